// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CertificateStatusView } from '@sportello/contracts';
import { CRL_REASONS, assertNever } from '@sportello/domain';
import { setTimeout } from 'node:timers/promises';
import type { CertificateId } from '../authority/certificate-id';
import { type CertificateStanding, type CertificateStatus, notChecked } from '../authority/status/certificate-status';

/** A citizen stands at the desk meanwhile; an answer that comes later is there for the next time. */
const PATIENCE_MS = 1_500;

/** Nobody was asked, or nobody answered. */
export const NOT_CHECKED: CertificateStatusView = { status: 'not-checked', by: null, checkedAt: null, revokedAt: null };

/** What the authority says of a certificate now, within a desk's patience; never in a transaction. */
export async function askStanding(status: CertificateStatus, certificate: CertificateId, now: Date, patienceMs = PATIENCE_MS): Promise<CertificateStatusView> {
  const noMore = new AbortController();
  const late = setTimeout(patienceMs, notChecked('silence'), { signal: noMore.signal, ref: false }).catch(() => notChecked('silence'));
  try {
    return standingView(await Promise.race([status.statusOf(certificate), late]), now);
  } finally {
    noMore.abort();
  }
}

export function standingView(standing: CertificateStanding, checkedAt: Date): CertificateStatusView {
  switch (standing.kind) {
    case 'not-checked':
      return standing.why === 'unknown-to-responder' ? { ...NOT_CHECKED, status: 'unknown', checkedAt: checkedAt.toISOString() } : NOT_CHECKED;
    case 'good':
      return { status: 'good', by: standing.by ?? null, checkedAt: checkedAt.toISOString(), revokedAt: null };
    case 'revoked':
      return { status: standing.reason === CRL_REASONS.certificateHold ? 'suspended' : 'revoked', by: standing.by ?? null, checkedAt: checkedAt.toISOString(), revokedAt: standing.at.toISOString() };
    default:
      return assertNever(standing);
  }
}
