struct row {
	int number;
};
