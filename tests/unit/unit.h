/* What every unit test begins with. cmocka.h needs these four before it, in any order but first. */
#ifndef LOKET_TESTS_UNIT_H
#define LOKET_TESTS_UNIT_H

/* clang-format off */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
/* clang-format on */

/* Runs a table of tests and speaks TAP; the last line of main(). */
#define unit_run(tests)                                                                            \
	(cmocka_set_message_output(CM_OUTPUT_TAP), cmocka_run_group_tests(tests, NULL, NULL))

#endif
