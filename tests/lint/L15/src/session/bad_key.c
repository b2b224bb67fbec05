const char *bad_key(void)
{
	return N_("Bank belum dipilih; tekan F4");
}
