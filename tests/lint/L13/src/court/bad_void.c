struct fault;
MUST_USE bool file_write(int x, struct fault *why);
void bad_void(void)
{
	(void)file_write(1, 0);
}
