int bad_dead;
/* bad_dead = compute(1); */
