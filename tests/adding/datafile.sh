#!/bin/sh
# A data file: itself and its schema, a loader that ends in its data_file, its row in config.c.
# shellcheck source=tests/adding/common
. "$(dirname "$0")/common"
copy_built
cat >"$tree/data/hours.xml" <<'X'
<?xml version="1.0" encoding="UTF-8"?>
<!-- When the counter is open. -->
<hours xmlns="urn:loket:data:1" opens="08.00" closes="15.00"/>
X
cat >"$tree/data/xsd/hours.xsd" <<'X'
<?xml version="1.0" encoding="UTF-8"?>
<!-- When the counter is open. -->
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:loket:data:1" elementFormDefault="qualified">
  <xs:element name="hours">
    <xs:complexType>
      <xs:attribute name="opens" type="xs:string" use="required"/>
      <xs:attribute name="closes" type="xs:string" use="required"/>
    </xs:complexType>
  </xs:element>
</xs:schema>
X
cat >"$tree/src/config/hours.c" <<'X'
/* data/hours.xml: when the counter is open. */
#include "private.h"

static bool hours_read(struct source *s, const struct xml_node *root)
{
	if (strcmp(text_of(s, root, "opens"), text_of(s, root, "closes")) < 0)
		return true;
	return refuse(s, root, N_("loket tutup sebelum buka: %1"), text_of(s, root, "closes"));
}

const struct data_file data_hours = { "data/hours.xml", "data/xsd/hours.xsd", N_("Jam loket"),
	                              hours_read, NULL };
X
sed -i 's/^#include "private.h"/#include <string.h>\n\n&/' "$tree/src/config/hours.c"
sed -i 's/&data_lists,/\&data_lists, \&data_hours,/' "$tree/src/config/config.c"
sed -i 's/data_calendar, data_lists;/data_calendar, data_lists, data_hours;/' "$tree/src/config/private.h"
translated "loket tutup sebelum buka: %1" "the counter closes before it opens: %1"
translated "Jam loket" "Counter hours"
ends 0 "it builds" build "$built/loket" locale
ends 0 "it is read" loket data check
loket init --people >/dev/null
ends 0 "its settings are listed" loket data list hours --as budi
says "under its title, with file and line" 'Jam loket.*08\.00'
mkdir -p "$LOKET_HOME/data"
sed 's/15\.00/07.00/' "$tree/data/hours.xml" >"$LOKET_HOME/data/hours.xml"
ends 2 "a wrong one is refused" loket data check
says "with file and line" 'hours\.xml.*3.*07\.00'
lint L12 L15 L16
touched data/hours.xml data/xsd/hours.xsd src/config/hours.c src/config/config.c src/config/private.h data/po/en.po
echo "1..$count"
