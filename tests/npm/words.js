// Numbers in words and days of the Islamic calendar, by others than us; see words beside this file.
'use strict';
let words;
try {
	words = require('@develoka/angka-terbilang-js');
} catch {
	words = null;
}

// Every number has its words in the court's spelling of the great ones ("miliar", KBBI).
function say(n) {
	if (!words)
		return;
	const text = words(String(n)).replace(/milyar/g, 'miliar').replace(/quadriliun/g, 'kuadriliun')
		.replace(/quintiliun/g, 'kuintiliun');
	console.log(`t ${n} ${text}`);
}

// The same numbers in every run, of every length.
let state = 88172645463325252n;
function random() {
	state ^= (state << 13n) & 0xffffffffffffffffn;
	state ^= state >> 7n;
	state ^= (state << 17n) & 0xffffffffffffffffn;
	return state;
}
for (let n = 0; n <= 2100; n++)
	say(n);
for (let power = 3n; power <= 18n; power++)
	for (const near of [-1n, 0n, 1n, 10n ** (power - 1n), 11n * 10n ** (power - 2n)])
		say(10n ** power + near);
for (let i = 0; i < 5000; i++)
	say((random() >> 1n) >> BigInt(i % 63));
say(9223372036854775807n);

const calendars = { c: 'islamic-civil', u: 'islamic-umalqura' };
for (const [mark, calendar] of Object.entries(calendars)) {
	const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`,
		{ timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' });
	for (let t = Date.UTC(1900, 0, 1); t <= Date.UTC(2100, 11, 31); t += 86400000) {
		const part = {};
		for (const p of format.formatToParts(t))
			part[p.type] = p.value;
		console.log(`${mark} ${new Date(t).toISOString().slice(0, 10)} ${part.year} ${part.month} ${part.day}`);
	}
}

// Working days over twenty years by sums: Monday to Friday without the days that the court's file names. The day
// before which a summons must be served is the last one with N working days after it, the hearing's own counted.
const fs = require('fs');
const file = fs.readFileSync(`${__dirname}/../../data/calendar.xml`, 'utf8');
const free = new Set([...file.matchAll(/<day on="([0-9-]+)"/g)].map(m => m[1]));
const day = 86400000, first = Date.UTC(2014, 10, 1), last = Date.UTC(2035, 0, 1);
const iso = i => new Date(first + i * day).toISOString().slice(0, 10);
const sum = [0];
for (let i = 1; first + i * day < last; i++)
	sum[i] = sum[i - 1] + (new Date(first + i * day).getUTCDay() % 6 !== 0 && !free.has(iso(i)));
for (let i = 61; i < sum.length; i++)
	for (const n of [1, 3, 6, 14])
		console.log(`w ${iso(i)} ${n} ${iso(sum.lastIndexOf(sum[i] - n, i))}`);
