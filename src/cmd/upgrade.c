/* Brings an older home up to this program. */
#include "private.h"

bool upgrade_tell(struct cmd *c, struct fault *why)
{
	const char *copy;
	char said[1024];
	if (!app_upgrade(c->a, &copy, why))
		return false;
	if (copy[0]) {
		message_fill(_("Basis data diperbarui; sebelumnya disalin ke %1"), &copy, 1, said,
		             sizeof said);
		output_remark(said);
	}
	return true;
}

bool cmd_upgrade(struct cmd *c, struct fault *why)
{
	return upgrade_tell(c, why);
}
