const char *bad_words = "SELECT name FROM user";
