// SPDX-License-Identifier: AGPL-3.0-or-later
import { CannotStart } from '../config/cannot-start';
import type { LearntReaders } from '../config/learnt-readers';
import { ScoutAnswers } from './scout/scout-answers';
import type { ScoutOptions } from './scout/send-scout';

/** Whoever sits in front of the readers. */
export interface Terminal {
  say(line: string): void;
  /** Resolves when the Enter key is pressed. */
  enter(): Promise<void>;
}

/**
 * Has cards put into the readers, to learn which is the citizen's and which, if there is more than one, the operator's. No card is connected to.
 *
 * @throws CannotStart when there is nothing to learn from.
 */
export async function learnReaders(scout: ScoutOptions, terminal: Terminal): Promise<LearntReaders> {
  const answers = new ScoutAnswers(scout);
  try {
    const names = await answers.readers();
    if (names.length === 0) throw new CannotStart('PC/SC lists no reader: plug the readers in, and begin again.');
    terminal.say(`Readers: ${names.join(', ')}.`);
    terminal.say('Insert a card in the citizen\'s reader (if one is in, take it out and insert it again) …');
    const citizen = await answers.insertion();
    terminal.say(`The citizen's reader is "${citizen}".`);
    if (names.length === 1) return { citizen, operator: null };
    terminal.say('Insert a card in the operator\'s reader, or press Enter when there is none …');
    return { citizen, operator: await otherReader(citizen, answers, terminal) };
  } finally {
    answers.end();
  }
}

async function otherReader(citizen: string, answers: ScoutAnswers, terminal: Terminal): Promise<string | null> {
  const none = terminal.enter().then(() => null);
  for (;;) {
    const reader = await Promise.race([answers.insertion(), none]);
    if (reader === null) terminal.say('There is no operator\'s reader.');
    else terminal.say(reader === citizen ? 'That is the citizen\'s reader: use another one …' : `The operator's reader is "${reader}".`);
    if (reader !== citizen) return reader;
  }
}
