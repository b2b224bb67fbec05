// A wire before a mail server that breaks at random: node mail-cutter.js PORT CHANCE. Of 100 connections CHANCE are
// cut: a third at once, a third as the letter is about to be sent, a third when it was sent and its answer is on the way.
// Says its own port on the first line.
'use strict';
const net = require('net');
const [port, chance] = process.argv.slice(2).map(Number);
const fates = ['at once', 'before', 'after'];
const door = net.createServer((caller) => {
	const fate = Math.random() * 100 < chance ? fates[Math.floor(Math.random() * 3)] : '';
	if (fate === 'at once') return caller.destroy();
	const server = net.connect(port, '127.0.0.1');
	const cut = () => { caller.destroy(); server.destroy(); };
	let tail = '', sent = false;
	caller.on('data', (bytes) => {
		tail = (tail + bytes.toString('latin1')).slice(-16);
		if (fate === 'before' && tail.endsWith('DATA\r\n')) return cut();
		sent = sent || tail.endsWith('\r\n.\r\n');
		server.write(bytes);
	});
	server.on('data', (bytes) => (fate === 'after' && sent ? cut() : caller.write(bytes)));
	caller.on('close', () => server.end()).on('error', cut);
	server.on('close', () => caller.end()).on('error', cut);
});
door.listen(0, '127.0.0.1', () => console.log(door.address().port));
