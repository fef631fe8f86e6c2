// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView } from '@sportello/contracts';
import { wording } from '../../ui/words/wording';
import type { Wording } from '../../ui/words/wording';

/** Why a case was stopped: what the station reported, or what the API saw. */
const REASONS = [
  'transport-codes-refused',
  'issuer-auth-refused',
  'cryptogram-refused',
  'blocked',
  'supervisor-needed',
  'refused-by-card',
  'blob-not-opened',
  'too-many-writes',
  'codes-at-another-station',
] as const;

/** What happened to a case that only a supervisor can bring on, and what it means for the card. */
export interface ToldStop {
  readonly title: Wording;
  readonly text: Wording;
  /** The card has only to go to the station that has its codes: no decision is needed for that. */
  readonly isElsewhere: boolean;
}

/** Nothing when the case goes on by itself. */
export function stopOf({ state, obstacle }: Pick<CaseView, 'state' | 'obstacle'>): ToldStop | null {
  if ((state !== 'printed' && state !== 'interrupted') || obstacle?.code !== 'supervisor-needed') return null;
  const because = REASONS.find((reason) => reason === obstacle.details?.['because']);
  if (because === undefined) return { title: wording('problems.supervisor-needed.title'), text: wording('problems.supervisor-needed.text'), isElsewhere: false };
  const station = obstacle.details?.['station'];
  const isElsewhere = because === 'codes-at-another-station';
  const isNamed = isElsewhere && typeof station === 'string';
  const key = `stopped.because.${isElsewhere && !isNamed ? 'codes-at-lost-station' : because}`;
  const facts = isNamed ? { station } : undefined;
  return { title: wording(`${key}.title`, facts), text: wording(`${key}.text`, facts), isElsewhere: isNamed };
}
