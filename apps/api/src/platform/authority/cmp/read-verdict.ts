// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CertificateId } from '../certificate-id';
import type { RevocationAnswer } from '../revocation-authority';
import type { CertId, PkiBody, PkiFreeText, PkiStatusInfo, RevRepContent } from './cmp-messages';
import { failuresIn } from './failure-info';
import { nameOf } from './protected-message';

/** PKIStatus (RFC 9810 §5.2.3). A warning and a notification say that the revocation is on its way, or done. */
const ACCEPTED: readonly number[] = [0, 1, 4, 5];
const REJECTION = 2;
const WAITING = 3;

/** How long before the first poll, when nothing was said. */
const USUAL_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 7 * 24 * 3600;
const LONGEST_REASON = 500;

/** What a believed answer says of the certificate. @param nonce the authority's, which a poll answers */
export const readVerdict = ({ rp, error, pollRep }: PkiBody, certificate: CertificateId, nonce: Uint8Array): RevocationAnswer => {
  const ticket = Buffer.from(nonce).toString('hex');
  const [reply] = pollRep ?? [];
  if (reply) return { kind: 'waiting', pollAfterSeconds: waitOf(Number(reply.checkAfter)), ticket };
  if (rp) return readStatus(rp, certificate, ticket);
  if (!error) return { kind: 'bad-answer', why: 'unexpected-body' };
  const { pKIStatusInfo: info, errorDetails } = error;
  // A whole answer that is delayed comes as an error with this status (RFC 9810 §5.3.22).
  if (info.status === WAITING) return { kind: 'waiting', pollAfterSeconds: USUAL_WAIT_SECONDS, ticket };
  return refused('error', info, errorDetails);
};

const readStatus = ({ status: [info, another], revCerts }: RevRepContent, certificate: CertificateId, ticket: string): RevocationAnswer => {
  if (!info || another) return { kind: 'bad-answer', why: 'unexpected-body' };
  if (revCerts?.some((each) => !isOf(each, certificate))) return { kind: 'bad-answer', why: 'other-certificate' };
  if (ACCEPTED.includes(info.status)) return { kind: 'accepted' };
  if (info.status === WAITING) return { kind: 'waiting', pollAfterSeconds: USUAL_WAIT_SECONDS, ticket };
  return info.status === REJECTION ? refused('rejected', info) : { kind: 'bad-answer', why: 'unexpected-body' };
};

const refused = (kind: 'rejected' | 'error', { statusString, failInfo }: PkiStatusInfo, details?: PkiFreeText): RevocationAnswer => {
  const failures = failuresIn(failInfo);
  if (failures.includes('certRevoked')) return { kind: 'already-revoked' };
  return { kind, reason: wordsOf([...(statusString ?? []), ...(details ?? [])]), failures };
};

const isOf = ({ issuer, serialNumber }: CertId, certificate: CertificateId): boolean =>
  Buffer.from(issuer).equals(Buffer.from(nameOf(certificate.issuer))) && Buffer.from(serialNumber).toString('hex') === certificate.serial;

const wordsOf = (texts: readonly string[]): string => texts.join(' ').replace(/\p{Cc}+/gu, ' ').slice(0, LONGEST_REASON);

const waitOf = (seconds: number): number => (seconds >= 1 ? Math.min(seconds, LONGEST_WAIT_SECONDS) : 1);
