const char *good(void)
{
	return N_("Berkas ini tidak ada");
}
