// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardView } from '@sportello/contracts';
import { writtenDate } from '../../../data/time/desk-time';
import type { ShapeName } from '../../../ui/shape/shape';
import { wording } from '../../../ui/words/wording';
import type { Wording } from '../../../ui/words/wording';

export interface Finding {
  readonly shape: ShapeName;
  readonly words: Wording;
}

export const CARD_SHAPES: Readonly<Record<CardView['state'], ShapeName>> = {
  inactive: 'unknown',
  active: 'done',
  suspended: 'interrupted',
  revoked: 'stopped',
  expired: 'stopped',
  replaced: 'stopped',
  unknown: 'unknown',
};

export function certificateFinding({ certificate }: CardView): Finding {
  const words = wording(`card.certificate.${certificate.status}`, { date: writtenDate(certificate.notAfter) });
  return { shape: certificate.status === 'valid' ? 'done' : 'stopped', words };
}

const REVOCATION_SHAPES: Readonly<Record<CardView['revocation']['status'], ShapeName>> = { good: 'done', revoked: 'stopped', suspended: 'interrupted', unknown: 'unknown', 'not-checked': 'unknown' };

/** What the authority said, or honestly that nobody could ask it. */
export function revocationFinding({ revocation: { status, revokedAt } }: CardView): Finding {
  return { shape: REVOCATION_SHAPES[status], words: wording(`card.revocationSaid.${status}`, { date: revokedAt === null ? '' : writtenDate(revokedAt) }) };
}

export function warningFindings({ warnings }: CardView): readonly Finding[] {
  return warnings.map((warning) => ({ shape: 'attention', words: wording(`card.warnings.${warning}`) }));
}
