/* Replays the corpus of a door: every file of tests/fuzz/<door>/, and all its beginnings up to 64
 * bytes. */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"

enum { LARGEST = 1 << 20 };

static size_t load(const char *path, uint8_t *out)
{
	FILE *in = fopen(path, "rb");
	size_t size = in ? fread(out, 1, LARGEST, in) : 0;
	if (in)
		fclose(in);
	return size;
}

int main(int argc, char **argv)
{
	char folder[512], path[1024];
	const char *name = strrchr(argv[0], '/');
	uint8_t *bytes = malloc(LARGEST);
	int files = 0;
	snprintf(folder, sizeof folder, "tests/fuzz/%s", name ? name + 1 : argv[0]);
	DIR *all = opendir(argc > 1 ? argv[1] : folder);
	if (!all || !bytes)
		return 3;
	for (struct dirent *e; (e = readdir(all));) {
		if (e->d_name[0] == '.')
			continue;
		snprintf(path, sizeof path, "%s/%s", argc > 1 ? argv[1] : folder, e->d_name);
		size_t size = load(path, bytes);
		for (size_t part = 0; part < size && part < 64; part++)
			LLVMFuzzerTestOneInput(bytes, part);
		LLVMFuzzerTestOneInput(bytes, size);
		printf("ok %d - %s, %zu bytes\n", ++files, e->d_name, size);
		fflush(stdout);
	}
	closedir(all);
	free(bytes);
	printf("1..%d\n", files);
	return 0;
}
