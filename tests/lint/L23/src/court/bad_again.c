struct filing {
	const char *name;
};
