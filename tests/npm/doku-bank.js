'use strict';
const token_service = require('doku-nodejs-library/_services/tokenService');
const { ok, key, secret, url } = require('./tap.js');

const base = url('court'), path = '/v1.0/transfer-va/payment';
const [number, trx, amount] = process.env.account.split('|');

const post = async (to, headers, body) => {
	const answer = await fetch(base + to, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body });
	return { status: answer.status, text: await answer.text() };
};
const tell = async (token, external, body, change) => {
	const when = token_service.generateTimestamp();
	return post(path, {
		Authorization: `Bearer ${token}`, 'X-TIMESTAMP': when, 'X-PARTNER-ID': 'BANKSIM', 'X-EXTERNAL-ID': external,
		'CHANNEL-ID': 'H2H',
		'X-SIGNATURE': token_service.generateSymmetricSignature('POST', path, token, body, when, secret('notify-secret')),
	}, JSON.stringify(change || body));
};

(async () => {
	const when = token_service.generateTimestamp();
	const given = await post('/v1.0/access-token/b2b', {
		'X-CLIENT-KEY': 'BANKSIM', 'X-TIMESTAMP': when,
		'X-SIGNATURE': token_service.generateSignature(key('bank-private.pem'), 'BANKSIM', when),
	}, '{"grantType":"client_credentials"}');
	ok('our receiver gives a token', given.status === 200, given);
	const token = JSON.parse(given.text).accessToken;
	const body = {
		partnerServiceId: '    8808', customerNo: number.slice(4), virtualAccountNo: `    ${number}`, virtualAccountName: 'Siti',
		trxId: trx, paymentRequestId: 'DOKU-1', paidAmount: { value: `${amount}.00`, currency: 'IDR' },
		trxDateTime: when, referenceNo: '1', additionalInfo: { note: 'dua  spasi \\ "kutip"' },
	};
	const forged = await tell(token, 'doku-0', body, { ...body, paymentRequestId: 'DOKU-2' });
	ok('a body that was changed is refused', forged.status === 401 && forged.text.includes('[Signature]'), forged);
	const first = await tell(token, 'doku-uuid-1-1764000000000', body);
	ok('its signed notice is accepted', first.status === 200 && first.text.includes('"paymentFlagStatus":"00"'), first);
	const again = await tell(token, 'doku-uuid-2-1764000000001', body);
	ok('told again it gets the same bytes', again.text === first.text, again);
	const other = await tell(token, 'doku-uuid-2-1764000000001', { ...body, paymentRequestId: 'DOKU-3' });
	ok('another payment under a used id is a conflict', other.status === 409, other);
	process.exit(0);
})();
