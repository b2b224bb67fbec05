int bad_frame(void);
int bad_step(void);
int bad_step(void)
{
	return bad_frame();
}
