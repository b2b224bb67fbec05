int bad_deep(int a)
{
	if (a)
		if (a > 1)
			if (a > 2)
				if (a > 3)
					if (a > 4)
						return 5;
	return a;
}
