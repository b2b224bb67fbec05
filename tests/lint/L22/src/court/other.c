int other(int a)
{
	return a;
}
int elsewhere(int a)
{
	return a;
}
