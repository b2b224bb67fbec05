int bad_step(void);
extern int (*const bad_steps[])(void);
int (*const bad_steps[])(void) = { bad_step };
