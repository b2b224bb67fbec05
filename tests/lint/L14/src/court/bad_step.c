int bad_step(int n)
{
	switch (n) {
	case 5:
		return 2026;
	}
	return 0;
}
