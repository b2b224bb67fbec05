// A random year of a court, seen from outside: parties who pay, three banks that write statements, and a ledger of plain
// sums. node world.js SEED FILINGS COURT LOKET: COURT does what the court does (tests/year/court.c), LOKET are the
// product's own commands. Nothing of the product's reckoning is used here: what each act means in rupiah is written down
// again, by the rules of Buku II and PP 5/2019. Speaks TAP.
'use strict';
const { spawn, spawnSync } = require('child_process');
const fs = require('fs');
const path = require('path');
const readline = require('readline');
const [SEED, FILINGS, COURT, LOKET] = [Number(process.argv[2]), Number(process.argv[3]), process.argv[4], process.argv[5]];
const MINUTE = 60e3, HOUR = 60 * MINUTE, DAY = 24 * HOUR, ZONE = 7 * HOUR;
const REGISTRATION = 30000; // PP 5/2019
const BANKS = ['simulasi', 'bri', 'mandiri'];
const work = process.env.YEAR_WORK;

// ---- chance ----
let state = SEED * 2654435761 >>> 0;
const random = () => {
	state = (state + 0x6d2b79f5) >>> 0;
	let t = Math.imul(state ^ (state >>> 15), 1 | state);
	t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
	return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const below = (n) => Math.floor(random() * n);
const one = (list) => list[below(list.length)];

// ---- time: WIB ----
const utc = (y, m, d, h = 0, min = 0) => Date.UTC(y, m - 1, d, h, min) - ZONE;
const dayOf = (ms) => Math.floor((ms + ZONE) / DAY);
const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);
const pad = (n) => String(n).padStart(2, '0');
const onStatement = (ms) => {
	const t = new Date(ms + ZONE);
	return `${pad(t.getUTCDate())}/${pad(t.getUTCMonth() + 1)}/${t.getUTCFullYear()} ${pad(t.getUTCHours())}.${pad(t.getUTCMinutes())}`;
};
const grouped = (n) => String(Math.abs(n)).replace(/\B(?=(\d{3})+$)/g, '.');
const rupiah = (n) => `${n < 0 ? '-' : ''}${grouped(n)},00`;
// a moment of a working day, at or after this one
const atWork = (ms) => {
	let day = dayOf(ms);
	const minute = 8 * 60 + below(6 * 60);
	if (day * DAY - ZONE + minute * MINUTE <= ms) day++;
	while ([0, 6].includes(new Date(day * DAY).getUTCDay())) day++;
	return day * DAY - ZONE + minute * MINUTE;
};

// ---- the plain ledger ----
const ledger = []; // { day, account, amount, f }
const post = (ms, from, to, amount, f) => {
	if (f && from === 'panjar') f.left += amount;
	if (f && to === 'panjar') f.left -= amount;
	ledger.push({ day: dayOf(ms), account: from, amount: -amount, f }, { day: dayOf(ms), account: to, amount, f });
};
const sumOf = (account, last) => ledger.reduce((n, l) => n + (l.account === account && l.day <= last ? l.amount : 0), 0);
const books = Object.fromEntries(BANKS.map((b) => [b, []])); // what each bank wrote down
const atBank = (bank, ms, amount, ref, va = '', what = '') => books[bank].push({ ms, amount, ref, va, what });
const bankBalance = (bank, until) => books[bank].reduce((n, l) => n + (l.ms <= until ? l.amount : 0), 0);

// ---- TAP ----
let count = 0, bad = 0;
const is = (what, want, got) => {
	count++;
	const same = JSON.stringify(want) === JSON.stringify(got);
	if (!same) bad++;
	console.log(`${same ? 'ok' : 'not ok'} ${count} - ${what}${same ? '' : `\n# it is ${JSON.stringify(got)}, not ${JSON.stringify(want)}`}`);
};
let faults = 0;
const fault = (what, said) => {
	if (++faults <= 20) console.log(`# ${iso(dayOf(now))} ${what}: ${said}`);
};

// ---- the court ----
const court = spawn(COURT, [], { stdio: ['pipe', 'pipe', 'inherit'] });
const answers = [];
readline.createInterface({ input: court.stdout }).on('line', (line) => answers.shift()(line));
let now = utc(2026, 1, 2, 8), told = 0;
const ask = (...words) => new Promise((resolve) => {
	answers.push(resolve);
	if (now !== told) {
		told = now;
		court.stdin.write(`at\t${now}\n`);
		answers.splice(answers.length - 1, 0, () => {});
	}
	court.stdin.write(`${words.join('\t')}\n`);
});
const must = async (...words) => {
	const [good, ...rest] = (await ask(...words)).split('\t');
	if (good !== 'ok') fault(words.join(' '), rest.join(' '));
	return good === 'ok' ? rest : null;
};
const refused = async (what, ...words) => {
	const [good] = (await ask(...words)).split('\t');
	if (good !== 'no') fault(what, 'was not refused');
	figures.refused++;
};
const run = (who, ...words) => {
	const done = spawnSync(LOKET, [...words, '--as', who], {
		encoding: 'utf8',
		env: { ...process.env, LD_PRELOAD: process.env.YEAR_CLOCK, LOKET_CLOCK: new Date(now).toISOString().slice(0, 19) + 'Z' },
		maxBuffer: 1 << 28,
	});
	return { code: done.status, out: done.stdout, said: (done.stdout + done.stderr).trim() };
};
const loket = (who, ...words) => {
	const done = run(who, ...words);
	if (done.code !== 0) fault(`loket ${words.join(' ')}`, `${done.code} ${done.said.slice(0, 300)}`);
	return done.out;
};
const rows = (who, ...words) => {
	const done = run(who, ...words, '--format', 'json');
	try {
		return JSON.parse(done.out);
	} catch {
		fault(`loket ${words.join(' ')}`, `${done.code} ${done.said.slice(0, 300)}`);
		return [];
	}
};

// ---- what happens, in order ----
const heap = [];
const at = (ms, what) => {
	heap.push({ ms, order: figures.events++, what });
	let i = heap.length - 1;
	while (i > 0) {
		const up = (i - 1) >> 1;
		if (heap[up].ms < heap[i].ms || (heap[up].ms === heap[i].ms && heap[up].order < heap[i].order)) break;
		[heap[up], heap[i]] = [heap[i], heap[up]];
		i = up;
	}
};
const next = () => {
	const first = heap[0], last = heap.pop();
	if (heap.length === 0) return first;
	heap[0] = last;
	for (let i = 0; ;) {
		let least = i;
		for (const k of [2 * i + 1, 2 * i + 2]) {
			const a = heap[k], b = heap[least];
			if (a && (a.ms < b.ms || (a.ms === b.ms && a.order < b.order))) least = k;
		}
		if (least === i) return first;
		[heap[i], heap[least]] = [heap[least], heap[i]];
		i = least;
	}
};
const figures = { events: 0, refused: 0, payments: 0, repeats: 0, late: 0, silent: 0, suspense: 0, returns: 0, bounced: 0,
	forfeited: 0, corrected: 0, rejected: 0, spends: 0, deposits: 0, closings: 0 };
const filings = [];
let serial = 0, sequence = 0, paper = 0;

// ---- money that comes in ----
// The bank has it at `ms`; the court is told then, later, twice, or not at all until the month's statement.
const pays = (f, amount, ms, kind) => {
	const p = { id: `P${++serial}`, ref: `RF${SEED}${String(serial).padStart(7, '0')}`, amount, f, bank: f ? f.bank : one(BANKS), kind, ms };
	figures.payments++;
	atBank(p.bank, ms, amount, p.ref, f ? f.va : '8808990000000000', 'setor');
	const silent = f && kind === 'exact' && random() < 0.04;
	if (silent) {
		figures.silent++;
		p.id = `R:${p.ref}`;
		unheard.push(p);
		return;
	}
	const late = random() < 0.15;
	if (late) figures.late++;
	at(ms + (late ? below(26 * 60) : 1) * MINUTE, () => hears(p));
};
const unheard = [];
const taken = (p) => {
	const bank = `bank ${p.bank}`;
	if (p.f && p.amount === p.f.total && !p.f.paid) {
		p.f.paid = true;
		post(now, 'panjar', bank, p.amount, p.f);
		at(atWork(now), () => registers(p.f));
		return;
	}
	figures.suspense++;
	post(now, 'suspense', bank, p.amount);
	held.set(p.id, p);
	if (random() < 0.7) at(atWork(now + (1 + below(20)) * DAY), () => p.f ? givesBack(p) : straysBack(p));
};
const held = new Map();
const hears = async (p) => {
	const words = ['paid', p.f ? p.f.n : '-', p.id, p.amount, p.ms, p.ref, p.bank];
	if (!await must(...words)) return;
	taken(p);
	for (; random() < 0.1;) { // told again, as banks do
		figures.repeats++;
		await must(...words);
	}
};
const act = (f, who, name, ...fields) => must('do', f.n, who, name, ...fields);
const givesBack = async (p) => {
	const f = p.f, account = `rekening=700${String(f.n).padStart(7, '0')}`, ref = `TRF-${SEED}${++paper}9`;
	if (!await act(f, 'rina', 'panjar.titipan', `titipan=${p.id}`, 'cara=kembali', 'alasan=kelebihan bayar pihak', 'nama=Wulan',
		'bank=451', account, 'bukti=surat bank')) return;
	const number = ++f.payouts;
	await refused('who prepares approves', 'do', f.n, 'rina', 'panjar.setuju', `nomor=${number}`, `jumlah=${p.amount}`, account);
	await act(f, 'hasan', 'panjar.setuju', `nomor=${number}`, `jumlah=${p.amount}`, account);
	if (!await act(f, 'rina', 'panjar.kirim', `nomor=${number}`, `referensi=${ref}`)) return;
	figures.returns++;
	held.delete(p.id);
	post(now, `bank ${p.bank}`, 'suspense', p.amount);
	leaves(p.bank, p.amount, ref);
};
const straysBack = async (p) => {
	const ref = `TRF-${SEED}${++paper}9`, account = '7009999999';
	await must('settle', 'rina', p.id, 'kembali', 'salah nomor tujuan', 'Lina', '451', account, 'surat bank');
	await must('settle', 'hasan', p.id, 'setuju', p.amount, '', '', account);
	await must('settle', 'rina', p.id, 'kirim', ref);
	figures.returns++;
	held.delete(p.id);
	post(now, `bank ${p.bank}`, 'suspense', p.amount);
	leaves(p.bank, p.amount, ref);
};
// It stands at the bank within a day.
const leaves = (bank, amount, ref) => atBank(bank, now + (1 + below(24 * 60)) * MINUTE, -amount, ref, '', `transfer ${ref}`);

// ---- a suit ----
const files = async (n) => {
	const f = { n, bank: one(BANKS), payouts: 0, left: 0, returning: 0 };
	const answer = await must('file', n, f.bank);
	filings[n] = f;
	if (!answer) return;
	f.total = Number(answer[1]);
	f.reg = answer[2];
	f.va = `8808${String(SEED).padStart(2, '0')}${String(n).padStart(8, '0')}`;
	await must('open', n, f.va);
	const soon = now + (10 + below(300)) * MINUTE;
	const chance = random();
	if (chance < 0.05) return; // never pays
	if (chance < 0.1) pays(f, f.total - 10000 * (1 + below(9)), soon, 'short');
	pays(f, f.total, soon + 5 * MINUTE, 'exact');
	if (chance > 0.93) pays(f, f.total, soon + 30 * MINUTE, 'double');
};
const registers = async (f) => {
	const number = await must('register', f.n, ++sequence);
	if (!number) return;
	f.number = number[0];
	post(now, 'pnbp', 'panjar', REGISTRATION, f);
	for (let i = below(4); i > 0; i--) at(atWork(now + below(20) * DAY), () => spends(f));
	if (random() < 0.3) at(atWork(now + DAY), async () => { f.hearing = (await must('hear', f.n) || [null])[0]; });
	at(atWork(now + (30 + below(60)) * DAY), () => ends(f));
};
const spends = async (f) => {
	const state = random() < 0.4, instrument = `I-${SEED}-${++paper}`;
	const amount = state ? 10000 : 5000 * (2 + below(20));
	if (f.ended || f.left < amount) return;
	if (!await act(f, 'rina', 'panjar.keluar', `komponen=${state ? 'PNBP panggilan' : 'panggilan Tergugat'}`, `jumlah=${amount}`,
		`kategori=${state ? 'pnbp_panggilan' : 'panggilan'}`, 'penerima=Umar', `instrumen=${instrument}`, `tanggal=${iso(dayOf(now))}`,
		'dasar=perintah majelis hakim')) return;
	const number = ++f.payouts;
	if (random() < 0.06) {
		figures.rejected++;
		await act(f, 'hasan', 'panjar.tolak', `nomor=${number}`, 'alasan=tidak ada perintahnya');
		return;
	}
	if (!await act(f, 'hasan', 'panjar.setuju', `nomor=${number}`, `jumlah=${amount}`)) return;
	figures.spends++;
	post(now, state ? 'pnbp' : `bank ${f.bank}`, 'panjar', amount, f);
	if (state && random() < 0.15) { // booked for the wrong case, taken back at once
		const entry = rows('hasan', 'journal', 'show', f.reg).filter((r) => r.keluar === amount && r.uraian.includes('PNBP')).pop();
		if (!entry || !await act(f, 'hasan', 'panjar.koreksi', `nomor=${entry.nomor}`, 'alasan=salah perkara dibukukan')) return;
		figures.corrected++;
		post(now, 'panjar', 'pnbp', amount, f);
		return;
	}
	if (!state) leaves(f.bank, amount, instrument);
};
const ends = async (f) => {
	const decided = f.hearing && Date.parse(f.hearing) <= dayOf(now) * DAY;
	if (!await act(f, 'hasan', 'panjar.akhir', `cara=${decided ? 'putus' : 'cabut'}`, `tanggal=${iso(dayOf(now))}`, 'alasan=sesuai penetapan hakim')) return;
	f.ended = true;
	if (f.left === 0) return;
	await act(f, 'rina', 'panjar.sisa', `nomor=S-${++paper}`, `tanggal=${iso(dayOf(now))}`, `bukti=resi ${paper}`);
	if (random() < 0.85) at(atWork(now + below(30) * DAY), () => returns(f));
	else at(atWork(now + 190 * DAY), () => forfeits(f));
};
const returns = async (f) => {
	const amount = f.left, account = `rekening=700${String(f.n).padStart(7, '0')}`, ref = `TRF-${SEED}${++paper}9`;
	if (!await act(f, 'rina', 'panjar.pengembalian', 'nama=Wulan', 'bank=451', account)) return;
	const number = ++f.payouts;
	await refused('another amount is approved', 'do', f.n, 'hasan', 'panjar.setuju', `nomor=${number}`, `jumlah=${amount - 1000}`, account);
	if (!await act(f, 'hasan', 'panjar.setuju', `nomor=${number}`, `jumlah=${amount}`, account)) return;
	post(now, 'pengembalian', 'panjar', amount, f);
	f.returning += amount;
	at(atWork(now), async () => {
		if (!await act(f, 'rina', 'panjar.kirim', `nomor=${number}`, `referensi=${ref}`)) return;
		figures.returns++;
		post(now, `bank ${f.bank}`, 'pengembalian', amount, f);
		f.returning -= amount;
		leaves(f.bank, amount, ref);
		if (random() < 0.05) at(atWork(now + 2 * DAY), () => bounces(f, number, amount, ref));
	});
};
const bounces = async (f, number, amount) => {
	const ref = `RTR-${SEED}${++paper}9`;
	if (!await act(f, 'rina', 'panjar.retur', `nomor=${number}`, `referensi=${ref}`, 'alasan=rekening tutup di bank')) return;
	figures.bounced++;
	post(now, 'panjar', `bank ${f.bank}`, amount, f);
	atBank(f.bank, now - HOUR, amount, ref, '', `retur ${ref}`);
	at(atWork(now + DAY), () => returns(f));
};
const forfeits = async (f) => {
	const amount = f.left;
	if (!await act(f, 'hasan', 'panjar.negara', `berita_acara=BA-${++paper}`)) return;
	figures.forfeited++;
	post(now, 'negara', 'panjar', amount, f);
};

// ---- money for the State ----
const deposits = async (account) => {
	const sum = -ledger.reduce((n, l) => n + (l.account === account ? l.amount : 0), 0);
	if (sum <= 0) return;
	const [number] = await must('hand', account);
	await refused('another sum is received', 'receive', number, sum + 10000);
	await must('receive', number, sum);
	post(now, 'bendahara', account, sum);
	const ntpn = `NTPN${String(SEED).padStart(4, '0')}${String(++paper).padStart(8, '0')}`;
	await must('pay', number, `8${String(paper).padStart(14, '0')}`, ntpn);
	post(now, 'bank simulasi', 'bendahara', sum);
	figures.deposits++;
	atBank('simulasi', now + 20 * MINUTE, -sum, ntpn, '', `kas negara ${ntpn}`);
};

// ---- months ----
const read = (bank, upto) => {
	const mine = books[bank].sort((a, b) => a.ms - b.ms);
	const from = mine.findIndex((l) => !l.printed && !l.opening);
	if (from < 0 || mine[from].ms > upto) return;
	let balance = mine.slice(0, from).reduce((n, l) => n + l.amount, 0);
	const lines = ['Tanggal;Ref;VA;Ket;DK;Jumlah;Saldo'];
	for (const l of mine.slice(from)) {
		if (l.ms > upto) break;
		l.printed = true;
		balance += l.amount;
		lines.push([onStatement(l.ms), l.ref, l.va, l.what, l.amount > 0 ? 'K' : 'D', rupiah(Math.abs(l.amount)), rupiah(balance)].join(';'));
	}
	const file = path.join(work, `${bank}-${iso(dayOf(upto))}.csv`);
	fs.writeFileSync(file, `${lines.join('\n')}\n`);
	const done = run('rina', 'rekonsiliasi', file, '--bank', bank);
	if (!/ 0 ditolak/.test(done.said) || / [1-9]\d* berbeda/.test(done.said)) fault(`statement of ${bank}`, done.said.slice(-300));
};
const explained = new Set();
const explain = async (bank, ref, how, reason = '', other = '') => {
	await must('explain', bank, ref, how, other, reason);
	explained.add(ref);
};
// What the bank itself did in the month, and what nobody had told of.
const reconcile = async (last) => {
	const upto = utc(...iso(last + 1).split('-').map(Number)) - MINUTE;
	for (const bank of BANKS) read(bank, upto);
	loket('rina', 'statement', 'match');
	for (const bank of BANKS) {
		for (const l of books[bank]) {
			if (!l.printed || explained.has(l.ref)) continue;
			// entries of these are of the line's day: no day of the month is closed yet
			if (l.what === 'biaya administrasi') {
				await explain(bank, l.ref, 'biaya', 'biaya administrasi bulanan');
				post(l.ms, `bank ${bank}`, 'biaya_bank', -l.amount);
			} else if (l.what === 'jasa giro') {
				await explain(bank, l.ref, 'giro', 'jasa giro bulanan');
				post(l.ms, 'jasa_giro', `bank ${bank}`, l.amount);
			} else if (l.ref.startsWith('PINDAH') && l.amount < 0) {
				await explain(bank, l.ref, 'pindah', 'PNBP ke rekening utama', 'simulasi');
				post(l.ms, `bank ${bank}`, 'bank simulasi', -l.amount);
			}
		}
	}
	for (const l of books.simulasi) {
		if (!l.printed || explained.has(l.ref) || !(l.ref.startsWith('MASUK'))) continue;
		loket('rina', 'statement', 'match', l.ref, '--bank', 'simulasi');
		explained.add(l.ref);
	}
	for (const p of unheard.splice(0)) {
		if (p.ms > upto) {
			unheard.push(p);
			continue;
		}
		await explain(p.bank, p.ref, 'akui');
		taken(p);
	}
};
const opens = (ms, bank, sum) => {
	const parts = { panjar: 0, negara: 0, pnbp: 0, titipan: 0 };
	parts.negara = 1000 * below(400);
	parts.pnbp = 10000 * below(90);
	parts.titipan = 5000 * (1 + below(60));
	parts.panjar = sum - parts.negara - parts.pnbp - parts.titipan;
	loket('hasan', 'journal', 'opening', bank, String(sum), ...Object.entries(parts).map(([k, v]) => `${k}=${v}`), '--period', '2025-12-31',
		'--evidence', 'BA-1/2026');
	const last = utc(2025, 12, 31, 12);
	const names = { panjar: 'panjar_lama', negara: 'negara', pnbp: 'pnbp', titipan: 'suspense' };
	for (const [k, v] of Object.entries(parts)) post(last, names[k], `bank ${bank}`, v);
	held.set(`AWAL:${bank}`, { amount: parts.titipan });
	books[bank].push({ ms: last, amount: sum, ref: 'awal', va: '', what: '', opening: true });
};
const ACCOUNTS = ['panjar', 'suspense', 'pnbp', 'pengembalian', 'negara', 'bendahara', 'biaya_bank', 'jasa_giro', 'panjar_lama'];
const compare = (month, first, last, shown) => {
	const want = Object.fromEntries(ACCOUNTS.map((a) => [a, sumOf(a, last)]));
	want.bank = BANKS.reduce((n, b) => n + sumOf(`bank ${b}`, last), 0);
	const got = Object.fromEntries(shown.map((r) => [r.akun, r.saldo]));
	is(`${month}: every account`, Object.entries(want).sort(), Object.entries(got).sort());
	const accounts = rows('hasan', 'journal', 'accounts', iso(last));
	is(`${month}: every bank by the book`, BANKS.map((b) => sumOf(`bank ${b}`, last)), BANKS.map((b) => (accounts.find((r) => r.bank === b) || {}).buku));
	const end = (last + 1) * DAY - ZONE - 1;
	is(`${month}: every bank by its statement`, BANKS.map((b) => bankBalance(b, end)),
		BANKS.map((b) => (accounts.find((r) => r.bank === b) || {}).rekening_koran));
	if (Number(month.slice(5)) % 4 !== 0) return; // the books of every third of the year
	const net = (ask) => { // per account over the month, an entry's lines of the same book together
		const kas = rows('hasan', 'book', ask, '--period', month);
		const add = (k) => kas.reduce((n, r) => n + (Number(r[k]) || 0), 0);
		return add('masuk') - add('keluar');
	};
	const change = (...accounts) => ledger.reduce((n, l) => n + (accounts.includes(l.account) && l.day >= first && l.day <= last ? l.amount : 0), 0);
	is(`${month}: kas bantu`, change(...BANKS.map((b) => `bank ${b}`)), net('kas'));
	is(`${month}: KI-PA6`, -change('panjar', 'pengembalian', 'panjar_lama'), net('induk'));
	is(`${month}: KI-PA8`, -change('pnbp'), net('hhk'));
	is(`${month}: unclaimed money`, -change('negara'), net('tak-bertuan'));
	is(`${month}: LIPA 7.A`, -sumOf('panjar', last) - sumOf('pengembalian', last) - sumOf('panjar_lama', last), lipa(month));
};
const lipa = (month) => rows('hasan', 'book', 'lipa-7a', '--period', month).reduce((n, r) => n + (Number(r.masuk) || 0) - (Number(r.keluar) || 0), 0);
const inTransit = (last) => BANKS.flatMap((b) => books[b].filter((l) => !l.printed && l.amount < 0).map((l) => String(l.amount)));
const closes = async (month, first, last) => {
	await reconcile(last);
	const check = rows('hasan', 'journal', 'check');
	const way = inTransit(last);
	const left = check.filter((r) => !(r.apa === 'uang hanya di sini' && way.includes(String(r.di_sini))));
	is(`${month}: the journal's check has nothing but what is in transit`, [], left);
	const end = (last + 1) * DAY - ZONE - 1;
	const typed = BANKS.map((b) => `${b}=${bankBalance(b, end)}`).join(' ');
	const shown = rows('hasan', 'journal', 'close', month, '--bank-balance', typed, '--reason', 'uang dalam perjalanan', '--evidence', 'rekening koran bulan itu');
	const number = rows('hasan', 'journal', 'closings')[0].nomor;
	loket('fatimah', 'journal', 'know', number);
	figures.closings++;
	if (month.endsWith('-06') && run('hasan', 'journal', 'close', month, '--bank-balance', typed, '--reason', 'uang dalam perjalanan').code === 0)
		fault(month, 'closed twice');
	compare(month, first, last, shown);
};
const surprises = () => {
	const typed = BANKS.map((b) => `${b}=${bankBalance(b, now)}`).join(' ');
	loket('fatimah', 'journal', 'close', 'mendadak', '--bank-balance', typed, '--reason', 'uang dalam perjalanan', '--evidence', 'layar bank hari itu');
	figures.closings++;
};

// ---- the year ----
const year = async () => {
	BANKS.forEach((bank, i) => opens(now, bank, 1000 * (2000 + below(3000)) * (i === 0 ? 20 : 1)));
	for (let n = 0; n < FILINGS; n++) at(atWork(utc(2026, 1, 4) + (n === 0 ? 0 : Math.floor(random() * 345 * DAY))), () => files(plan++));
	for (let i = 0; i < FILINGS / 20; i++) at(utc(2026, 1, 5) + Math.floor(random() * 340 * DAY), () => pays(null, 5000 * (1 + below(100)), now - MINUTE, 'stray'));
	for (let m = 1; m <= 12; m++) {
		const first = dayOf(utc(2026, m, 1)), last = dayOf(utc(2026, m + 1, 1)) - 1, month = iso(first).slice(0, 7);
		for (const bank of BANKS) {
			atBank(bank, utc(2026, m, 20, 1), -15000, `ADM${bank}${month}`, '', 'biaya administrasi');
			atBank(bank, utc(2026, m, 21, 1), 100 * (1 + below(90)), `GIRO${bank}${month}`, '', 'jasa giro');
		}
		if (m % 3 === 0) {
			const sum = 1000 * (100 + below(400));
			atBank('bri', utc(2026, m, 22, 9), -sum, `PINDAH${month}`, '', 'pindah buku');
			atBank('simulasi', utc(2026, m, 22, 9, 5), sum, `MASUK${month}`, '', 'pindah buku');
			at(utc(2026, m, 10, 13), surprises);
		}
		for (const d of [6, 13, 20, 27]) at(utc(2026, m, d, 15, below(50)), () => deposits('pnbp'));
		if (m % 4 === 0) at(utc(2026, m, 28, 15, below(50)), () => deposits('negara'));
		at(utc(2026, m + 1, 3, 16), () => closes(month, first, last));
	}
	while (heap.length > 0) {
		const one = next();
		now = Math.max(one.ms, now + 2000);
		if (now > utc(2027, 1, 31)) break;
		await one.what();
	}
};
let plan = 0;
const endOfYear = () => {
	now = utc(2027, 2, 1, 9);
	const cases = rows('hasan', 'book', 'jurnal', 'Pdt.G', '--period', '2026').concat(rows('hasan', 'book', 'jurnal', 'Pdt.G', '--period', '2027'));
	const want = {}, got = {};
	for (const f of filings.filter((f) => f && f.number)) want[f.number] = f.left + f.returning;
	for (const r of cases) got[r.nomor] = r.sisa;
	is('every case', Object.entries(want).sort(), Object.entries(got).sort());
	const list = rows('rina', 'titipan', 'list');
	is('every sum in suspense', [...held.values()].map((p) => p.amount).sort((a, b) => a - b), list.map((r) => r.jumlah).sort((a, b) => a - b));
	is('the ledger is even', 0, ledger.reduce((n, l) => n + l.amount, 0));
	is('nothing was refused that should be done, nor done that should be refused', 0, faults);
	console.log(`#: seed ${SEED}: ${FILINGS} filings, ${sequence} cases, ${Object.entries(figures).map(([k, v]) => `${v} ${k}`).join(', ')}, ${ledger.length / 2} entries`);
};
year().then(() => {
	court.stdin.end();
	endOfYear();
	console.log(`1..${count}`);
	process.exitCode = bad === 0 ? 0 : 1;
});
