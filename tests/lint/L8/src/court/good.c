/* not strcpy(to, from) */
const char *good = "strcpy(to, from)";
int my_strcpy(int);
