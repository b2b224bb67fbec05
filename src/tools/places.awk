# The places of the Republic as one file, from the four tables of the npm package idn-area-data:
#   awk -f src/tools/places.awk provinces.csv regencies.csv districts.csv villages.csv | LC_ALL=C sort
# A line a place, "code,name"; whose part it is stands in the code. Names that come in capitals get small
# letters; a double quote is how the tables write the apostrophe.
BEGIN { FS = "," }
FNR == 1 { level++; next }
{
	name = $0
	sub(/^[0-9.]*,([0-9.]+,)?/, "", name)
	gsub(/"/, "'", name)
	gsub(/\r/, "", name)
	if (level < 3)
		name = small(name)
	print $1 "," name
}
function small(name,    words, n, i, out) {
	n = split(name, words, " ")
	for (i = 1; i <= n; i++) {
		if (words[i] != "DKI")
			words[i] = substr(words[i], 1, 1) tolower(substr(words[i], 2))
		out = out (i > 1 ? " " : "") words[i]
	}
	return out
}
