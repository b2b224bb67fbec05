int good_number(void);
extern int (*const bad_steps[])(void);
int bad_frame(void);
int bad_frame(void)
{
	return bad_steps[0]() + good_number();
}
