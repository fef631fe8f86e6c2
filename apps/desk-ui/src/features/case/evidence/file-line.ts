// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EvidenceFileView } from '@sportello/contracts';
import { shortClockTime, writtenDay } from '../../../data/time/desk-time';
import { wording } from '../../../ui/words/wording';
import type { Wording } from '../../../ui/words/wording';

const KILO = 1_000;

/** What a file is, without looking at it. */
export function whatItIs({ type, pages, size }: EvidenceFileView): Wording {
  return wording(pages === 1 ? 'evidence.file.one' : 'evidence.file.many', { type: type.toUpperCase(), pages, size: Math.max(1, Math.round(size / KILO)) });
}

/** What became of it: by whom it came, who took it back and why, or that its time is over. */
export function whatBecameOfIt({ addedBy, addedAt, withdrawal, erasedAt }: EvidenceFileView): Wording {
  if (withdrawal) return wording('evidence.file.withdrawn', { by: withdrawal.by, date: writtenDay(Date.parse(withdrawal.at)), time: shortClockTime(withdrawal.at) });
  if (erasedAt !== null) return wording('evidence.file.erased', { date: writtenDay(Date.parse(erasedAt)) });
  return wording('evidence.file.added', { by: addedBy, date: writtenDay(Date.parse(addedAt)), time: shortClockTime(addedAt) });
}
