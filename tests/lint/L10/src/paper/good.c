double good(double width)
{
	return width / 2;
}
