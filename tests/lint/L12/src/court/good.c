int good(void);
int good(void)
{
	return 1;
}
