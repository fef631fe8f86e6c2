// SPDX-License-Identifier: AGPL-3.0-or-later
/** The bits of PKIFailureInfo, in their order (RFC 9810 §5.2.3). */
const FAILURES = [
  'badAlg',
  'badMessageCheck',
  'badRequest',
  'badTime',
  'badCertId',
  'badDataFormat',
  'wrongAuthority',
  'incorrectData',
  'missingTimeStamp',
  'badPOP',
  'certRevoked',
  'certConfirmed',
  'wrongIntegrity',
  'badRecipientNonce',
  'timeNotAvailable',
  'unacceptedPolicy',
  'unacceptedExtension',
  'addInfoNotAvailable',
  'badSenderNonce',
  'badCertTemplate',
  'signerNotTrusted',
  'transactionIdInUse',
  'unsupportedVersion',
  'notAuthorized',
  'systemUnavail',
  'systemFailure',
  'duplicateCertReq',
] as const;

export type Failure = (typeof FAILURES)[number];

/** Those that are set: bit 0 is the first byte's highest (X.680 §22). */
export const failuresIn = (failInfo: ArrayBuffer | undefined): readonly Failure[] => {
  const bytes = Buffer.from(failInfo ?? new ArrayBuffer());
  return FAILURES.filter((_, bit) => (((bytes[bit >> 3] ?? 0) << (bit & 7)) & 0x80) !== 0);
};
