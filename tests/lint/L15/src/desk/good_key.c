const char *good_key(void)
{
	return N_("%1 F4: pilihan.");
}
