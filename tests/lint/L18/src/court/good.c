/* Reads the rows; the rest follows (see above). */
int good;
