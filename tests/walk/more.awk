# A form with two optional fields more in each of its parts, its own and those of its lists: one before the first
# field and one amid them, each asked when its neighbour is. Usage: awk -f more.awk FORM.xml FORM.xml (read twice: the first time to count).
function more(id, label,   when) {
	when = match($0, / when="[^"]*"/) ? substr($0, RSTART, RLENGTH) : ""
	print "    <field id=\"" id "\" kind=\"text\" label=\"" label "\" max=\"50\"" when ">"
	print "      <help>Boleh dikosongkan.</help>"
	print "      <source>Buku II</source>"
	print "    </field>"
}
FNR == 1 { part = n = 0 }
/<form .* like="/ { own = "_sendiri" } # it has those of the other form too
/<list / { part++; n = 0 }
/<field / {
	n++
	if (FNR == NR)
		fields[part] = n
	else if (n == 1)
		more("tambahan" own, "Tambahan")
	else if (n == int(fields[part] / 2) + 1)
		more("tambahan_lain" own, "Lain")
}
/<\/list>/ { part += 100; n = 0 } # what follows a list is no part of it
FNR != NR
