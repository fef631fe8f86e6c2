// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CertificateAct } from '@sportello/domain';
import type { CertificateStanding } from '../authority/status/certificate-status';
import { ON_HOLD } from './ask-standing';

/** Whether what the authority publishes is what was asked of it. */
export function isSeen(act: CertificateAct, standing: CertificateStanding): boolean {
  if (act === 'reactivation') return standing.kind === 'good';
  return standing.kind === 'revoked' && (act === 'suspension') === (standing.reason === ON_HOLD);
}
