struct filing {
	int version;
};
enum state { STATE_OPEN };
