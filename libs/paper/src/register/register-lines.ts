// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RegisterData, RegisterMatter, RegisterMovement } from './register-data';
import { REGISTER_TEXTS } from './register-texts';
import type { RegisterTexts } from './register-texts';

/** One line of the register, in words: time, fact, sheets, how many, where, note. */
export type RegisterLine = readonly [string, string, string, string, string, string];

const DESK_ZONE = 'Europe/Rome';
const clock = new Intl.DateTimeFormat('it-IT', { timeZone: DESK_ZONE, hour: '2-digit', minute: '2-digit' });

export const timeAtDesk = (instant: string): string => clock.format(new Date(instant));

/** All that happened in the day, in the order of the clock: the same words on paper and in the file for spreadsheets. */
export function registerLines(data: RegisterData): readonly RegisterLine[] {
  const texts = REGISTER_TEXTS[data.language];
  const told: readonly (readonly [string, RegisterLine])[] = [
    ...data.movements.map((movement): readonly [string, RegisterLine] => [movement.at, movementLine(movement, texts)]),
    ...data.counts.map(({ at, occasion, by, handedOverBy, differences, cases }): readonly [string, RegisterLine] => [
      at,
      [timeAtDesk(at), texts.occasions[occasion], '', '', '', [handedOverBy === null ? by : texts.handedOver(handedOverBy, by), texts.counted(differences, cases)].join(': ')],
    ]),
    ...data.matters.map((matter): readonly [string, RegisterLine] => [matter.at, matterLine(matter, texts)]),
  ];
  return told.toSorted(([one], [other]) => Date.parse(one) - Date.parse(other)).map(([, line]) => line);
}

function movementLine({ at, kind, from, to, first, last, count, station, caseNumber, reason }: RegisterMovement, texts: RegisterTexts): RegisterLine {
  const fact = kind === 'moved' ? [from, to].map((state) => (state === null ? '' : texts.states[state])).join(' > ') : texts.kinds[kind];
  const note = [caseNumber === null ? undefined : texts.case(caseNumber), reason === null ? undefined : texts.reasons[reason]].filter((part) => part !== undefined);
  return [timeAtDesk(at), fact, rangeText({ first, last }), String(count), station ?? '', note.join(', ')];
}

function matterLine({ at, kind, ranges, outcome, isClosed, signatures }: RegisterMatter, texts: RegisterTexts): RegisterLine {
  const count = ranges.reduce((sum, { first, last }) => sum + Number(last) - Number(first) + 1, 0);
  const ending = [outcome === null ? undefined : texts.outcomes[outcome], isClosed ? undefined : texts.waits].filter((part) => part !== undefined).join(', ');
  const note = [ending, ...signatures.map(({ by, reason }) => `${by}: ${reason}`)].join('; ');
  return [timeAtDesk(at), texts.matters[kind], ranges.map(rangeText).join(', '), count === 0 ? '' : String(count), '', note];
}

function rangeText({ first, last }: { readonly first: string; readonly last: string }): string {
  return first === last ? first : `${first}–${last}`;
}
