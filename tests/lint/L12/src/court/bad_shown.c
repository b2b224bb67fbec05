int bad_shown(void);
int bad_shown(void)
{
	return 1;
}
