'use strict';
const { execFileSync } = require('child_process');
const { SnapBi, SnapBiConfig } = require('midtrans-client');
const { ok, key, secret, url, stamp, external, until, court, serve, done } = require('./tap.js');

SnapBiConfig.isProduction = false;
SnapBiConfig.SNAP_BI_SANDBOX_BASE_URL = url('bank');
SnapBiConfig.snapBiPublicKey = key('bank-public.pem');

const numbers = { partnerServiceId: '    8808', customerNo: '1000000001', virtualAccountNo: '    88081000000001' };
const account = {
	...numbers, virtualAccountName: 'Siti  Aminah, S.H.', trxId: 'PACTH-1',
	totalAmount: { value: '750000.00', currency: 'IDR' }, virtualAccountTrxType: 'C',
	expiredDate: '2099-12-31T23:59:59+07:00', additionalInfo: {},
};
const va = (body) => SnapBi.va().withPrivateKey(key('court-private.pem')).withClientId('LOKET-DEMO')
	.withClientSecret(secret('client-secret')).withPartnerId('PACONTOH').withChannelId('95221')
	.withTimeStamp(stamp()).withBody(body);

const notices = [];
const server = serve((call) => {
	notices.push(call);
	return [200, { responseCode: '2002500', responseMessage: 'Successful', virtualAccountData: { paymentFlagStatus: '00' } }];
});

const verified = (notice, change) => {
	const seen = { ...notice, payload: JSON.parse(notice.body), ...change };
	return SnapBi.notification().withNotificationPayload(seen.payload).withSignature(seen.headers['x-signature'])
		.withTimeStamp(seen.headers['x-timestamp']).withNotificationUrlPath(seen.path).isWebhookNotificationVerified();
};

(async () => {
	const made = await va(account).createPayment(external());
	ok('an account is made', made.responseCode === '2002700', made);
	ok('  and its padded number comes back', made.virtualAccountData.virtualAccountNo === account.virtualAccountNo, made);
	const twice = await va(account).createPayment(external());
	ok('the same again is known', twice.responseCode === '4092701', twice);
	const unpaid = await va(numbers).getStatus(external());
	ok('it is not paid yet', unpaid.responseCode === '4042601', unpaid);

	await court(server);
	execFileSync(process.env.sim, ['pay', '--home', process.env.home, '88081000000001']);
	const paid = await va(numbers).getStatus(external());
	ok('a payment shows in its status', paid.virtualAccountData[0].paidAmount.value === '750000.00', paid);
	const notice = await until(() => notices[0]);
	ok('the notice is verified', verified(notice) === true, notice);
	ok('  its words are the payment\'s', JSON.parse(notice.body).trxId === 'PACTH-1', notice);
	ok('  another amount is not', verified(notice, { payload: { ...JSON.parse(notice.body), trxId: 'X' } }) === false);
	ok('  another path is not', verified(notice, { path: '/lain' }) === false);
	ok('no token was asked for', notices.every((n) => !n.headers.authorization), notices);

	const refused = await va({ ...numbers, trxId: 'PACTH-1' }).cancel(external());
	ok('a paid account is not deleted', refused.responseCode === '4043114', refused);
	const two = { ...account, customerNo: '1000000002', virtualAccountNo: '    88081000000002', trxId: 'PACTH-2' };
	await va(two).createPayment(external());
	const gone = await va({ ...numbers, customerNo: two.customerNo, virtualAccountNo: two.virtualAccountNo,
		trxId: 'PACTH-2' }).cancel(external());
	ok('an unpaid one is, by POST', gone.responseCode === '2003100', gone);
	done(server);
})();
