// A door of TLS before the simulator that wants to see a certificate: node front.js CERTIFICATE KEY AUTHORITIES PORT.
// Says its address on the first line.
'use strict';
const fs = require('fs');
const net = require('net');
const tls = require('tls');
const [cert, key, ca] = process.argv.slice(2, 5).map((name) => fs.readFileSync(name));
const door = tls.createServer({ cert, key, ca, requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.3' }, (caller) => {
	const inside = net.connect(Number(process.argv[5]), '127.0.0.1');
	caller.pipe(inside).pipe(caller);
	caller.on('error', () => inside.destroy());
	inside.on('error', () => caller.destroy());
});
door.on('tlsClientError', () => {});
door.listen(0, '127.0.0.1', () => console.log(`https://127.0.0.1:${door.address().port}`));
