int bad_wide(
    int a); /* wide wide wide wide wide wide wide wide wide wide wide wide wide wide wide wide wide wide wide wide */
