/* lint: L7 a signal handler has no other way to tell */
int good_reason(void);
int good_reason(void)
{
	static int calls;
	return ++calls;
}
