const char *bad_address = "https://bank.example/v1";
