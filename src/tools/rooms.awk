# From src/ROOMS: which rooms a test of a room must be linked with, as a word a room for the Makefile.
# Use: awk -f src/tools/rooms.awk src/ROOMS   ->   service_NEEDS:=service,store,…,base

$1 ~ /^[0-9]+$/ {
	room = $2
	order[++rooms] = room
	split($0, part, ":")
	may[room] = part[2] " base"
}

# All rooms reached from `room`, itself first.
function reach(room,    n, i, list) {
	if (room in seen || !(room in may))
		return
	seen[room] = 1
	found = found "," room
	n = split(may[room], list, " ")
	for (i = 1; i <= n; i++)
		reach(list[i])
}

END {
	for (r = 1; r <= rooms; r++) {
		split("", seen)
		found = ""
		reach(order[r])
		print order[r] "_NEEDS:=" substr(found, 2)
	}
}
