const char *bad_sentence(void)
{
	return "Berkas ini tidak ada";
}
