// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '@sportello/domain';
import type { ShapeName } from '../../../ui/shape/shape';
import { wording } from '../../../ui/words/wording';
import type { Wording } from '../../../ui/words/wording';
import type { ComparedRow } from './comparison';

export interface ToldFinding {
  readonly shape: ShapeName;
  readonly words: Wording;
}

/** The finding of a row in words. */
export function findingOf(row: ComparedRow): ToldFinding {
  if (row.isUnreadable) return { shape: 'stopped', words: wording(`comparison.unreadable.${row.part}`) };
  if (row.isAsOnCard) return { shape: 'unknown', words: wording('comparison.asOnCard') };
  if (row.needsDecision && row.isAccepted) return { shape: 'done', words: wording('comparison.accepted') };
  const { finding } = row;
  switch (finding.kind) {
    case 'equal':
    case 'equal-but-for-accents':
    case 'omocode':
    case 'cut-off':
      return { shape: 'done', words: wording(`comparison.findings.${finding.kind}`) };
    case 'second-name-more':
    case 'second-name-less':
    case 'second-surname-more':
    case 'second-surname-less':
    case 'other-order':
    case 'transliteration':
    case 'swapped':
    case 'provisional-code':
    case 'differs':
      return { shape: 'attention', words: wording(`comparison.findings.${finding.kind}`) };
    case 'married-name':
      return { shape: 'attention', words: wording('comparison.findings.married-name', { spouse: finding.names.join(' ') }) };
    case 'missing':
      return { shape: row.needsDecision ? 'attention' : 'unknown', words: wording('comparison.findings.missing') };
    default:
      return assertNever(finding);
  }
}

export interface MarkedWord {
  readonly text: string;
  readonly isDifferent: boolean;
}

/** The document's words, with those marked that the chip has not: underlined and tinted on the page. */
export function markedWords(row: ComparedRow, written: string): readonly MarkedWord[] {
  const { finding } = row;
  const isDifferent = finding.kind === 'differs' || finding.kind === 'transliteration' || finding.kind === 'swapped';
  if (isDifferent && !row.isUnreadable) return [{ text: written, isDifferent: true }];
  if (finding.kind !== 'second-name-more' && finding.kind !== 'second-surname-more' && finding.kind !== 'married-name') return [{ text: written, isDifferent: false }];
  const more = new Set(finding.names);
  return written.split(/\s+/).map((text) => ({ text, isDifferent: text.split(/\p{Pd}/u).some((part) => more.has(part)) }));
}
