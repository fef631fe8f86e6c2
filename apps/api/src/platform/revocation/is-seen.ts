// SPDX-License-Identifier: AGPL-3.0-or-later
import { CRL_REASONS, type CertificateAct } from '@sportello/domain';
import type { CertificateStanding } from '../authority/status/certificate-status';

/** Whether what the authority publishes is what was asked of it. */
export function isSeen(act: CertificateAct, standing: CertificateStanding): boolean {
  if (act === 'reactivation') return standing.kind === 'good';
  return standing.kind === 'revoked' && (act === 'suspension') === (standing.reason === CRL_REASONS.certificateHold);
}
