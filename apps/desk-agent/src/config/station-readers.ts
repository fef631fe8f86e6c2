// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReaderChoice } from './addresses';
import { CannotStart } from './cannot-start';
import type { LearntReaders } from './learnt-readers';
import type { GivenReaders } from './settings';

export interface StationReaders {
  readonly reader: ReaderChoice;
  readonly operatorReader: ReaderChoice | null;
}

const whatToDo = 'Say which is whose: READER=pcsc:NAME (and OPERATOR_READER=pcsc:NAME), or have them learnt: npm run station -- --learn-readers';

/**
 * Which reader is whose: as it is said, else as it was learnt, else the only one that PC/SC lists.
 *
 * @throws CannotStart when both would be the same, or might be.
 */
export function readersOf(given: GivenReaders, learnt: LearntReaders | undefined): StationReaders {
  const reader = given.reader ?? named(learnt?.citizen ?? null);
  const operatorReader = given.operatorReader ?? (learnt?.operator ? named(learnt.operator) : null);
  if (operatorReader?.kind === 'pcsc' && reader.kind === 'pcsc' && reader.name === null) throw new CannotStart(`The operator's reader has a name, and the citizen's has none. ${whatToDo}`);
  if (operatorReader && isSame(reader, operatorReader)) throw new CannotStart(`The citizen's reader and the operator's are the same one. ${whatToDo}`);
  return { reader, operatorReader };
}

/**
 * @param listed the readers that PC/SC lists
 * @throws CannotStart when nobody said which of several is the citizen's: a case must never be about the operator's own card.
 */
export function refuseToGuess({ reader }: StationReaders, listed: readonly string[]): void {
  if (reader.kind === 'pcsc' && reader.name === null && listed.length > 1) throw new CannotStart(`There are ${listed.length} readers (${listed.join(', ')}), and none is named as the citizen's. ${whatToDo}`);
}

function named(name: string | null): ReaderChoice {
  return { kind: 'pcsc', name };
}

function isSame(one: ReaderChoice, other: ReaderChoice): boolean {
  if (one.kind === 'network') return other.kind === 'network' && one.host === other.host && one.port === other.port;
  return other.kind === 'pcsc' && one.name === other.name;
}
