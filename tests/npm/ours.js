// A bank that believes nobody: every signature of every call is made again by each library that can.
'use strict';
const fs = require('fs');
const { SnapBi } = require('midtrans-client');
const doku = require('doku-nodejs-library/_services/tokenService');
const { WebhookParser } = require('dana-node/webhook/v1');
const { DanaSignatureUtil } = require(`${process.env.NODE_PATH}/dana-node/dist/runtime.js`); // its export map hides it
const { ok, key, secret, serve } = require('./tap.js');

// ---- the published strings and our vectors, by DANA's hand ----
const vectors = JSON.parse(fs.readFileSync(`${process.env.root}/tests/unit/snap-vectors.json`));
const vector = (id) => vectors.own.find((v) => v.id.startsWith(`${id}-`));
const pair = vectors.keys;
const l01 = vector('L01'), l24 = vector('L24'), l25 = vector('L25');
ok('vector L01 by DANA', DanaSignatureUtil.generateSnapApplyTokenScenarioSignature(l01.clientKey, pair.court.private,
	l01.timestamp) === l01.signature);
ok('vector L25 by DANA', DanaSignatureUtil.generateSnapB2BScenarioSignature(l25.method, l25.path, l25.minified,
	pair.court.private, l25.timestamp) === l25.signature);
ok('vector L24 by DANA\'s reader', new WebhookParser(pair.bank.public).constructStringToVerify(l24.method, l24.path,
	l24.body, l24.timestamp) === l24.stringToSign);

// ---- what loketd sends ----
const seen = {};
const judge = (call, name, mine) => {
	const theirs = call.headers['x-signature'];
	for (const [library, signature] of Object.entries(mine))
		seen[`${name} by ${library}`] = (seen[`${name} by ${library}`] !== false) && signature === theirs;
};
const token = 'uji.AbCdEf-012345_6789.loket';

const asked = (call) => {
	const when = call.headers['x-timestamp'], client = call.headers['x-client-key'], pem = key('court-private.pem');
	judge(call, 'token', {
		Midtrans: SnapBi.getAsymmetricSignatureSha256WithRsa(client, when, pem),
		DOKU: doku.generateSignature(pem, client, when),
		DANA: DanaSignatureUtil.generateSnapApplyTokenScenarioSignature(client, pem, when),
	});
	return [200, { responseCode: '2007300', responseMessage: 'Successful', accessToken: token, tokenType: 'Bearer', expiresIn: 899 }];
};

const answers = {
	'create-va': (body) => [200, { responseCode: '2002700', responseMessage: 'Successful', virtualAccountData: body }],
	'inquiry-va': () => [404, { responseCode: '4043012', responseMessage: 'Invalid Bill/Virtual Account' }],
	status: () => [404, { responseCode: '4042601', responseMessage: 'Transaction Not Found' }],
	report: () => [200, { responseCode: 2003500, responseMessage: 'Successful', virtualAccountdata: [] }],
};

const server = serve((call) => {
	if (call.path.endsWith('/access-token/b2b'))
		return asked(call);
	const when = call.headers['x-timestamp'], name = call.path.split('/').pop(), body = JSON.parse(call.body);
	if (call.headers.authorization) {
		judge(call, `${name}, symmetric,`, {
			Midtrans: SnapBi.getSymmetricSignatureHmacSh512(token, body, call.method, call.path, secret('client-secret'), when),
			DOKU: doku.generateSymmetricSignature(call.method, call.path, token, body, when, secret('client-secret')),
		});
	} else {
		judge(call, `${name}, asymmetric,`, {
			DANA: DanaSignatureUtil.generateSnapB2BScenarioSignature(call.method, call.path, call.body,
				key('court-private.pem'), when),
		});
	}
	seen['what is sent is minified'] = (seen['what is sent is minified'] !== false) && JSON.stringify(body) === call.body;
	seen['external ids are digits'] = (seen['external ids are digits'] !== false) && /^[0-9]{20}$/.test(call.headers['x-external-id']);
	return answers[name] ? answers[name](body) : [404, {}];
});

process.on('SIGTERM', () => {
	for (const name of ['create-va, symmetric, by Midtrans', 'create-va, asymmetric, by DANA'])
		seen[name] = seen[name] === true;
	for (const [name, good] of Object.entries(seen))
		ok(name, good);
	process.exit(0);
});
server.listen(0, '127.0.0.1', () => {
	fs.writeFileSync(`${process.env.home}/bank.url`, `http://127.0.0.1:${server.address().port}\n`, { mode: 0o600 });
	fs.writeSync(3, 'siap\n');
	fs.closeSync(3);
});
