'use strict';
const { execFileSync } = require('child_process');
const config = require('doku-nodejs-library/_commons/config');
const { ok, key, secret, url, stamp, until, court, serve, done } = require('./tap.js');
config.CORE_SANDBOX_BASE_URL = url('bank');
const { Snap } = require('doku-nodejs-library');
const CreateDto = require('doku-nodejs-library/_models/createVaRequestDto');
const StatusDto = require('doku-nodejs-library/_models/checkStatusVARequestDTO');
console.log = () => {}; // it prints the secret

// The court's half: tokens it gives to the bank, and the bank's signatures it checks.
const court_side = { notices: [], tokens: [] };
let snap;
const server = serve((call) => {
	const request = { route: { path: call.path }, body: JSON.parse(call.body), get: (name) => call.headers[name] };
	if (call.path.endsWith('/access-token/b2b')) {
		const bank = Object.assign(Object.create(Object.getPrototypeOf(snap)), snap, { clientId: 'BANKSIM' });
		court_side.tokens.push(bank.validateSignature(request));
		const token = snap.generateTokenB2B(true).body;
		court_side.token = token.accessToken;
		return [200, token];
	}
	const bearer = call.headers.authorization;
	const mine = Object.assign(Object.create(Object.getPrototypeOf(snap)), snap, { tokenB2B: bearer.slice('Bearer '.length) });
	court_side.notices.push({
		body: request.body,
		token: Boolean(snap.validateTokenB2B(bearer)),
		good: mine.validateSymmetricSignature(request),
		bad: mine.validateSymmetricSignature({ ...request, body: { ...request.body, trxId: 'X' } }),
	});
	return [200, { responseCode: '2002500', responseMessage: 'Successful', virtualAccountData: { paymentFlagStatus: '00' } }];
});

(async () => {
	snap = new Snap({
		isProduction: false, privateKey: key('court-private.pem'), clientID: 'LOKET-DEMO', publicKey: key('court-public.pem'),
		dokuPublicKey: key('bank-public.pem'), issuer: 'loket', secretKey: secret('client-secret'),
	});
	ok('a token is given to it', await until(() => snap.tokenB2B));
	const dto = new CreateDto('    8808', '1000000001', '    88081000000001', 'Budi Santoso', 'b@example.id', '628111111111',
		'PNUJI-1', { value: '750000.00', currency: 'IDR' }, { channel: 'VIRTUAL_ACCOUNT_BRI' }, 'C',
		new Date(Date.now() + 86400e3 + 7 * 3600e3).toISOString().slice(0, 19) + '+07:00');
	delete dto.freeText; // null fails its own check
	const made = await snap.createVa(dto);
	ok('an account is made', made.responseCode === '2002700', made);
	ok('  and its padded number comes back', made.virtualAccountData.virtualAccountNo === '    88081000000001', made);

	// the bank signs its notices with a secret of its own
	snap.secretKey = secret('notify-secret');
	await court(server);
	execFileSync(process.env.sim, ['pay', '--home', process.env.home, '88081000000001']);
	const notice = await until(() => court_side.notices[0]);
	ok('the bank\'s token request is genuine', court_side.tokens[0] === true, court_side.tokens);
	ok('the bank uses the token it was given', notice && notice.token, notice);
	ok('the bank\'s notice is genuine', notice && notice.good === true, notice);
	ok('  another body is not', notice && notice.bad === false, notice);

	snap.secretKey = secret('client-secret');
	const status = new StatusDto('    8808', '1000000001', '    88081000000001', null, notice.body.paymentRequestId, null);
	const paid = await snap.checkStatusVa(status);
	ok('its status is paid', paid.responseCode === '2002600', paid);
	ok('  to the rupiah', JSON.stringify(paid.virtualAccountData).includes('750000.00'), paid);
	done(server);
})();
