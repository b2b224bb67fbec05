# L1 and L2: who includes whom, by src/ROOMS. Input: src/ROOMS first, then sources and faces.
# Which room a face belongs to is its own name, or the room of a `face` row.

FILENAME ~ /ROOMS$/ {
	if ($1 ~ /^[0-9]+$/) {
		split($0, part, ":")
		layer[$2] = $1
		may[$2] = " base " $2 " " part[2] " "
		foreign[$2] = " " part[3] " "
	} else if ($1 == "face") {
		for (i = 4; i <= NF; i++)
			owner[$i] = $2
	} else if ($1 == "program") {
		for (i = 4; i <= NF; i++)
			program[$2] = program[$2] " " $i
		may[$2] = " " program[$2] " query "
		foreign[$2] = " "
	}
	next
}

FNR == 1 {
	path = FILENAME
	face = path ~ /include\/loket\//
	sub(/.*include\/loket\//, "", path)
	sub(/.*src\//, "", path)
	room = path
	if (path ~ /\//)
		sub(/\/.*/, "", room) # src/ROOM/file.c
	else {
		sub(/\.[ch]$/, "", room) # a face, or a program's main
		if (face && room in owner)
			room = owner[room]
	}
}

/^#include "loket\// {
	name = $2
	gsub(/^"loket\/|(\/[a-z]+)?\.h"$/, "", name) # loket/store/filing.h is a face of store
	to = name in owner ? owner[name] : name
	if (!(room in may))
		print FILENAME ":" FNR ":L1: the room " room " is not in src/ROOMS"
	else if (index(may[room], " " to " ") == 0)
		print FILENAME ":" FNR ":L1: " room " may not include " to " (src/ROOMS); ask a room it may ask, or move the code"
	else if (to in layer && room in layer && layer[to] > layer[room])
		print FILENAME ":" FNR ":L1: " to " lies above " room
	next
}

/^#include "/ && /\.\.\// { print FILENAME ":" FNR ":L1: another room's private header; use its face" }

/^#include </ {
	name = $2
	if (!match(name, /^<(n?cursesw?[\/.]|form\.h|menu\.h|panel\.h|term\.h|sqlite3|curl\/|microhttpd|libxml\/|cairo|pango\/|openssl\/|jansson|sodium|utf8proc|qrencode|libsecret|mysql|errmsg)/))
		next
	gsub(/^<n?|w?[-\/.].*$/, "", name)
	sub(/^(form|menu|panel|term)$/, "curses", name)
	if (face)
		print FILENAME ":" FNR ":L2: a public face brings no third-party header along; hide it in the room"
	else if (index(foreign[room], " " name " ") == 0)
		print FILENAME ":" FNR ":L2: " name " belongs to another room (src/ROOMS)"
}
