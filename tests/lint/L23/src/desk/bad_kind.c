static enum filing { ONE } filing;
int bad_kind(void)
{
	return filing == ONE;
}
