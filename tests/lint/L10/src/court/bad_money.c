double bad_money(double rupiah)
{
	return rupiah * 1.1;
}
