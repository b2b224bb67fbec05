/* Tables for a spreadsheet: XML Spreadsheet 2003, which Excel and LibreOffice open as it is. Every
 * cell has its kind, so that a NIK or a virtual account is text and loses no digit. */
#include "loket/text.h"

#include "private.h"

#define SHEET_SPACE "urn:schemas-microsoft-com:office:spreadsheet"

bool cell_is_number(const char *s)
{
	long long n;
	return text_number(s + (s[0] == '-'), 0, INT64_MAX, &n);
}

void sheet_begin(struct text *t)
{
	text_add(t, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	            "<?mso-application progid=\"Excel.Sheet\"?>\n"
	            "<Workbook xmlns=\"" SHEET_SPACE "\" xmlns:ss=\"" SHEET_SPACE "\">\n");
}

static void cell_add(struct text *t, const char *s, bool number)
{
	text_addf(t, "<Cell><Data ss:Type=\"%s\">", number ? "Number" : "String");
	text_add_xml(t, s);
	text_add(t, "</Data></Cell>");
}

void sheet_table(struct text *t, const char *name, const struct table *table)
{
	size_t n = table->column_count;
	text_add(t, "<Worksheet ss:Name=\"");
	text_add_xml(t, name);
	text_add(t, "\"><Table>\n");
	for (size_t row = 0; row <= table->row_count; row++) {
		text_add(t, "<Row>");
		for (size_t i = 0; i < n; i++) {
			const char *cell = row == 0 ? table->columns[i].title
			                            : table->cells[(row - 1) * n + i];
			cell_add(t, cell,
			         row > 0 && table->columns[i].kind == COLUMN_NUMBER &&
			             cell_is_number(cell));
		}
		text_add(t, "</Row>\n");
	}
	text_add(t, "</Table></Worksheet>\n");
}

void sheet_end(struct text *t)
{
	text_add(t, "</Workbook>\n");
}
