int good_number(void);
int good_number(void)
{
	return 1;
}
