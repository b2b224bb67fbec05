#!/bin/sh
# The nine steps on the real programs when the calendar is awkward: on a Sunday, a holiday, 29 February, and from 23.59
# on New Year's Eve to 00.01, a zone each; which day the filing counts for, at the court and at SIPP. The rules for every
# day are tried in tests/unit/config_calendar.c. Speaks TAP, a plan a day.
out=$(mktemp -d) runs=''
trap 'kill $runs 2>/dev/null; rm -rf "$out"' EXIT
trap 'exit 130' INT TERM
while read -r begins zone minutes counts registered; do
	LOKET_CLOCK='' BEGINS=$begins ZONE="$zone $minutes" COUNTS="$counts|$registered" \
		"${0%/*}/nine-steps.sh" >"$out/$begins" 2>&1 &
	runs="$runs $!"
done <<-DAYS
	2026-11-29T02:41:00Z WIB 420 2026-11-30 2026-11-30
	2026-12-25T01:41:00Z WITA 480 2026-12-28 2026-12-28
	2024-02-29T00:41:00Z WIT 540 2024-02-29 2024-02-29
	2025-12-31T16:59:50Z WIB 420 2026-01-02 2026-01-02
DAYS
wait
cat "$out"/*
