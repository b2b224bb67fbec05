/* TODO: later */
int bad_later;
