/* ---- good.c, gone.c ---- */
int good(int a);
