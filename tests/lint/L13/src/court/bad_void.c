void bad_void(void)
{
	(void)file_write(1);
}
