int good(void);
int main(void)
{
	return good();
}
