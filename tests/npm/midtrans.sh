#!/bin/sh
# Midtrans' own client against the simulated bank: it makes, asks for and deletes an account, and its verifier
# reads the bank's asymmetric notices. Speaks TAP.
# shellcheck source=tests/npm/common
. "$(dirname "$0")/common"
start_sim --pay-after 0 --asymmetric
export sim
played midtrans.js
finish
