/* Which file of the room has what. */

/* ---- good.c ---- */
int good(int a);

/* ---- other.c: a heading may say more ---- */
int other(int a);
