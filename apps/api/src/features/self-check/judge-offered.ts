// SPDX-License-Identifier: AGPL-3.0-or-later
import { verifyChipCertificate } from '@sportello/card-io/certificate';
import { assertNever } from '@sportello/domain';
import type { CertificateStatus } from '../../platform/authority/status/certificate-status';
import type { TrustAnchors } from '../../platform/keys/trust-anchors';
import { askStanding } from '../../platform/revocation/ask-standing';
import { certificateIdOf } from '../../platform/revocation/certificate-id-of';
import type { CardFinding } from './card-finding';

/** Somebody waits at home for one answer, and nobody stands behind them in a queue. */
const PATIENCE_MS = 4_000;

/** `<codice fiscale>/<ID_Carta>.<digest>`: the last four digits tell one's cards apart, and no more of it is told. */
const CARD_ENDING = /^[^/]*\/\d{12}(\d{4})\./;

export interface Judges {
  readonly trustAnchors: TrustAnchors;
  readonly certificateStatus: CertificateStatus;
}

/** @param certificateDer as the handshake brought it, its key proven; null: none was offered */
export async function judgeOffered(certificateDer: Uint8Array | null, { trustAnchors, certificateStatus }: Judges, now: Date): Promise<CardFinding> {
  if (certificateDer === null) return { kind: 'none' };
  const verdict = await verifyChipCertificate({ certificateDer, trustAnchorsDer: trustAnchors.certificates, at: now });
  switch (verdict.kind) {
    case 'unreadable-certificate':
    case 'untrusted-issuer':
      return { kind: 'untrusted' };
    case 'unknown-critical-extension':
    case 'wrong-key-usage':
      return { kind: 'unusable' };
    case 'not-yet-valid':
      return { kind: 'not-yet-valid', from: verdict.notBefore };
    case 'expired':
      return { kind: 'expired', until: verdict.notAfter };
    case 'trusted': {
      const standing = await askStanding(certificateStatus, certificateIdOf(certificateDer), now, PATIENCE_MS);
      return { kind: 'in-force', until: verdict.notAfter, cardEnding: CARD_ENDING.exec(verdict.subjectCommonName)?.[1] ?? null, standing };
    }
    default:
      return assertNever(verdict);
  }
}
