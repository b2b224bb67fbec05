/* ---- good.c ---- */
int elsewhere(int a);
int good(int a);
