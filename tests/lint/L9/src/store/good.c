int good(int (*run)(int which), int SQL_town_by_name)
{
	return run(SQL_town_by_name);
}
