/* since 2026, https://example.org */
int good(int n)
{
	return n;
}
