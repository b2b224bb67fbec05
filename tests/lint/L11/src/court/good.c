struct arena;
struct fault;

/* Where the answer lives and where the fault goes are not counted. */
int good(int a, int b, int c, int d, int e, struct arena *memory, struct fault *why)
{
	return a + b + c + d + e + (memory != 0) + (why != 0);
}
