void bad_exec(void *db)
{
	sqlite3_exec(db, "x", 0, 0, 0);
}
