int bad_form(int a)
{
	return a;
}
