/* A header named like its only file needs no heading. */
int good(int a);
