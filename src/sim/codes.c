/* The refusals of the SNAP standard (list of codes, pages Keamanan and Virtual Account): any of
 * them may be ordered by its digits, HTTP status and case. Nothing is done when one is answered. */
#include <string.h>

#include "loket/list.h"

#include "private.h"

/* clang-format off */
static const struct mishap codes[] = {
	{ "20200", IN_ANSWER, .status = 202, .case_ = 0, .said = "Request In Progress" },
	{ "40000", IN_ANSWER, .status = 400, .case_ = 0, .said = "Bad Request" },
	{ "40001", IN_ANSWER, .status = 400, .case_ = 1, .said = "Invalid Field Format" },
	{ "40002", IN_ANSWER, .status = 400, .case_ = 2, .said = "Invalid Mandatory Field" },
	{ "40100", IN_ANSWER, .status = 401, .case_ = 0, .said = "Unauthorized. [Signature]" },
	{ "40101", IN_ANSWER, .status = 401, .case_ = 1, .said = "Invalid Token (B2B)" },
	{ "40102", IN_ANSWER, .status = 401, .case_ = 2, .said = "Invalid Customer Token" },
	{ "40103", IN_ANSWER, .status = 401, .case_ = 3, .said = "Token Not Found (B2B)" },
	{ "40104", IN_ANSWER, .status = 401, .case_ = 4, .said = "Customer Token Not Found" },
	{ "40300", IN_ANSWER, .status = 403, .case_ = 0, .said = "Transaction Expired" },
	{ "40301", IN_ANSWER, .status = 403, .case_ = 1, .said = "Feature Not Allowed" },
	{ "40302", IN_ANSWER, .status = 403, .case_ = 2, .said = "Exceeds Transaction Amount Limit" },
	{ "40303", IN_ANSWER, .status = 403, .case_ = 3, .said = "Suspected Fraud" },
	{ "40304", IN_ANSWER, .status = 403, .case_ = 4, .said = "Activity Count Limit Exceeded" },
	{ "40305", IN_ANSWER, .status = 403, .case_ = 5, .said = "Do Not Honor" },
	{ "40306", IN_ANSWER, .status = 403, .case_ = 6, .said = "Feature Not Allowed At This Time" },
	{ "40307", IN_ANSWER, .status = 403, .case_ = 7, .said = "Card Blocked" },
	{ "40308", IN_ANSWER, .status = 403, .case_ = 8, .said = "Card Expired" },
	{ "40309", IN_ANSWER, .status = 403, .case_ = 9, .said = "Dormant Account" },
	{ "40310", IN_ANSWER, .status = 403, .case_ = 10, .said = "Need To Set Token Limit" },
	{ "40311", IN_ANSWER, .status = 403, .case_ = 11, .said = "OTP Blocked" },
	{ "40312", IN_ANSWER, .status = 403, .case_ = 12, .said = "OTP Lifetime Expired" },
	{ "40313", IN_ANSWER, .status = 403, .case_ = 13, .said = "OTP Sent To Cardholer" },
	{ "40314", IN_ANSWER, .status = 403, .case_ = 14, .said = "Insufficient Funds" },
	{ "40315", IN_ANSWER, .status = 403, .case_ = 15, .said = "Transaction Not Permitted" },
	{ "40316", IN_ANSWER, .status = 403, .case_ = 16, .said = "Suspend Transaction" },
	{ "40317", IN_ANSWER, .status = 403, .case_ = 17, .said = "Token Limit Exceeded" },
	{ "40318", IN_ANSWER, .status = 403, .case_ = 18, .said = "Inactive Card/Account/Customer" },
	{ "40319", IN_ANSWER, .status = 403, .case_ = 19, .said = "Merchant Blacklisted" },
	{ "40320", IN_ANSWER, .status = 403, .case_ = 20, .said = "Merchant Limit Exceed" },
	{ "40321", IN_ANSWER, .status = 403, .case_ = 21, .said = "Set Limit Not Allowed" },
	{ "40322", IN_ANSWER, .status = 403, .case_ = 22, .said = "Token Limit Invalid" },
	{ "40323", IN_ANSWER, .status = 403, .case_ = 23, .said = "Account Limit Exceed" },
	{ "40400", IN_ANSWER, .status = 404, .case_ = 0, .said = "Invalid Transaction Status" },
	{ "40401", IN_ANSWER, .status = 404, .case_ = 1, .said = "Transaction Not Found" },
	{ "40402", IN_ANSWER, .status = 404, .case_ = 2, .said = "Invalid Routing" },
	{ "40403", IN_ANSWER, .status = 404, .case_ = 3, .said = "Bank Not Supported By Switch" },
	{ "40404", IN_ANSWER, .status = 404, .case_ = 4, .said = "Transaction Cancelled" },
	{ "40405", IN_ANSWER, .status = 404, .case_ = 5, .said = "Merchant Is Not Registered For Card Registration Services" },
	{ "40406", IN_ANSWER, .status = 404, .case_ = 6, .said = "Need To Request OTP" },
	{ "40407", IN_ANSWER, .status = 404, .case_ = 7, .said = "Journey Not Found" },
	{ "40408", IN_ANSWER, .status = 404, .case_ = 8, .said = "Invalid Merchant" },
	{ "40409", IN_ANSWER, .status = 404, .case_ = 9, .said = "No Issuer" },
	{ "40410", IN_ANSWER, .status = 404, .case_ = 10, .said = "Invalid API Transition" },
	{ "40411", IN_ANSWER, .status = 404, .case_ = 11, .said = "Invalid Card/Account/Customer/Virtual Account" },
	{ "40412", IN_ANSWER, .status = 404, .case_ = 12, .said = "Invalid Bill/Virtual Account" },
	{ "40413", IN_ANSWER, .status = 404, .case_ = 13, .said = "Invalid Amount" },
	{ "40414", IN_ANSWER, .status = 404, .case_ = 14, .said = "Paid Bill" },
	{ "40415", IN_ANSWER, .status = 404, .case_ = 15, .said = "Invalid OTP" },
	{ "40416", IN_ANSWER, .status = 404, .case_ = 16, .said = "Partner Not Found" },
	{ "40417", IN_ANSWER, .status = 404, .case_ = 17, .said = "Invalid Terminal" },
	{ "40418", IN_ANSWER, .status = 404, .case_ = 18, .said = "Inconsistent Request" },
	{ "40419", IN_ANSWER, .status = 404, .case_ = 19, .said = "Invalid Bill/Virtual Account" },
	{ "40500", IN_ANSWER, .status = 405, .case_ = 0, .said = "Requested Function Is Not Supported" },
	{ "40501", IN_ANSWER, .status = 405, .case_ = 1, .said = "Requested Operation Is Not Allowed" },
	{ "40900", IN_ANSWER, .status = 409, .case_ = 0, .said = "Conflict" },
	{ "40901", IN_ANSWER, .status = 409, .case_ = 1, .said = "Duplicate partnerReferenceNo" },
	{ "42900", IN_ANSWER, .status = 429, .case_ = 0, .said = "Too Many Requests" },
	{ "50000", IN_ANSWER, .status = 500, .case_ = 0, .said = "General Error" },
	{ "50001", IN_ANSWER, .status = 500, .case_ = 1, .said = "Internal Server Error" },
	{ "50002", IN_ANSWER, .status = 500, .case_ = 2, .said = "External Server Error" },
	{ "50400", IN_ANSWER, .status = 504, .case_ = 0, .said = "Timeout" },
};
/* clang-format on */

const struct mishap *code_named(const char *digits)
{
	for (size_t i = 0; i < COUNT_OF(codes); i++) {
		if (strcmp(codes[i].name, digits) == 0)
			return &codes[i];
	}
	return NULL;
}
