// One line for each thing that must hold; the shell numbers them.
'use strict';
const fs = require('fs');

exports.ok = (what, good, said) => {
	process.stdout.write(`${good ? 'ok' : 'not ok'} ${what}\n`);
	if (!good && said !== undefined)
		process.stdout.write(`# ${JSON.stringify(said)}\n`.slice(0, 400) + '\n');
};
exports.key = (name) => fs.readFileSync(`${process.env.keys}/${name}`, 'utf8');
exports.secret = (name) => exports.key(name).trim();
exports.url = (name) => fs.readFileSync(`${process.env.home}/${name}.url`, 'utf8').trim();
exports.stamp = () => new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 19) + '+07:00';
let serial = Date.now();
exports.external = () => String(serial++).padStart(20, '0');

// What is awaited, or undefined after a while.
exports.until = async (look) => {
	for (const end = Date.now() + 20e3; Date.now() < end;) {
		const seen = await look();
		if (seen)
			return seen;
		await new Promise((done) => setTimeout(done, 50));
	}
	return undefined;
};

// The server becomes the court: the simulated bank reads where it is told of payments.
exports.court = (server) => new Promise((done) => server.listen(0, '127.0.0.1', () => {
	fs.writeFileSync(`${process.env.home}/court.url`, `http://127.0.0.1:${server.address().port}\n`, { mode: 0o600 });
	done();
}));

// A server that gathers each call whole and answers what `act` gives: [status, body].
exports.serve = (act) => require('http').createServer((ask, answer) => {
	const parts = [];
	ask.on('data', (part) => parts.push(part));
	ask.on('end', () => {
		const call = { method: ask.method, path: ask.url, headers: ask.headers, body: Buffer.concat(parts).toString() };
		const [status, body] = act(call);
		answer.writeHead(status, { 'Content-Type': 'application/json', 'X-TIMESTAMP': exports.stamp() });
		answer.end(JSON.stringify(body));
	});
});

exports.done = (server) => {
	server.close();
	process.exit(0);
};
