int bad_memory(void);
int bad_memory(void)
{
	static int calls;
	return ++calls;
}
