/* Is the data home on a disk of this machine? POSIX locks and SQLite's WAL need one kernel. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>

#include "loket/list.h"
#include "loket/sys.h"
#include "loket/text.h"

#include "private.h"

/* The magic numbers of statfs(2); not all of them stand in <linux/magic.h>. */
static const struct {
	uint32_t magic;
	const char *name;
} remote_systems[] = {
	{ 0x00006969, "NFS" },  { 0x0000517B, "SMB" },   { 0xFE534D42, "SMB2" },
	{ 0xFF534D42, "CIFS" }, { 0x5346414F, "AFS" },   { 0x6B414653, "AFS" },
	{ 0x73757245, "Coda" }, { 0x0000564C, "NCP" },   { 0x00C36400, "Ceph" },
	{ 0x01161970, "GFS2" }, { 0x7461636F, "OCFS2" },
};

enum { FUSE_MAGIC = 0x65735546 };

/* FUSE is one number for local and remote ones alike; the list of mounts tells them apart. */
static const char *const remote_fuses[] = {
	"fuse.sshfs",     "fuse.rclone",     "fuse.s3fs",
	"fuse.glusterfs", "fuse.gvfsd-fuse", "fuse.davfs2",
};

/* The kind of the mount with this device, from lines such as
 * "36 35 98:0 /root /mnt rw,noatime shared:1 - ext4 /dev/sda1 rw". */
static bool mount_is_remote(dev_t device, char *kind, size_t capacity)
{
	FILE *mounts = fopen("/proc/self/mountinfo", "re");
	if (mounts == NULL)
		return false;
	char wanted[32];
	snprintf(wanted, sizeof wanted, " %u:%u ", major(device), minor(device));
	char *line = NULL;
	size_t size = 0;
	kind[0] = '\0';
	while (getline(&line, &size, mounts) > 0) {
		const char *tail = strstr(line, " - ");
		const char *numbers = strstr(line, wanted);
		if (tail != NULL && numbers != NULL && numbers < tail)
			snprintf(kind, capacity, "%.*s", (int)strcspn(tail + 3, " "), tail + 3);
	}
	free(line);
	fclose(mounts);
	for (size_t i = 0; i < COUNT_OF(remote_fuses); i++) {
		if (strcmp(kind, remote_fuses[i]) == 0)
			return true;
	}
	return false;
}

/* The home itself, or while it is not there yet the nearest folder above it. */
static bool disk_of(const char *path, struct statfs *disk, struct stat *folder)
{
	char part[PATH_MAX];
	snprintf(part, sizeof part, "%s", path);
	while (statfs(part, disk) != 0 || stat(part, folder) != 0) {
		char *slash = strrchr(part, '/');
		if (errno != ENOENT || slash == NULL || part[1] == '\0')
			return false;
		slash[slash == part] = '\0';
	}
	return true;
}

bool home_is_local(const struct home *h, struct fault *why)
{
	struct statfs disk;
	struct stat folder;
	if (!disk_of(h->path, &disk, &folder))
		return fault_system(why, N_("Folder data %1 tidak dapat diperiksa: %2."), h->path);

	char kind[64] = "";
	const char *remote = NULL;
	for (size_t i = 0; i < COUNT_OF(remote_systems); i++) {
		if ((uint32_t)disk.f_type == remote_systems[i].magic)
			remote = remote_systems[i].name;
	}
	if (disk.f_type == FUSE_MAGIC && mount_is_remote(folder.st_dev, kind, sizeof kind))
		remote = kind;
	if (remote == NULL)
		return true;
	return fault_set(
	    why, FAULT_MISUSE,
	    N_("Folder data %1 terletak di sistem berkas jaringan (%2); pindahkan ke disk lokal dan tunjuk dengan LOKET_HOME."),
	    h->path, remote);
}

bool disk_room(const char *path, struct disk_room *out)
{
	struct statfs disk;
	if (statfs(path, &disk) != 0)
		return false;
	out->free = (int64_t)disk.f_bavail * disk.f_bsize;
	out->all = (int64_t)disk.f_blocks * disk.f_bsize;
	return true;
}
