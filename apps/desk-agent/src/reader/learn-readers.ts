// SPDX-License-Identifier: AGPL-3.0-or-later
import { CannotStart } from '../config/cannot-start';
import type { LearntReaders } from '../config/learnt-readers';
import { Insertions } from './insertions';
import { noService } from './no-service';
import type { ScoutReport } from './scout/messages';
import { type ScoutOptions, watchReaders } from './scout/send-scout';

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
  const reports = new Reports(scout);
  try {
    const names = await reports.readers();
    if (names.length === 0) throw new CannotStart('PC/SC lists no reader: plug the readers in, and begin again.');
    terminal.say(`Readers: ${names.join(', ')}.`);
    terminal.say('Insert a card in the citizen\'s reader (if one is in, take it out and insert it again) …');
    const citizen = await reports.insertion();
    terminal.say(`The citizen's reader is "${citizen}".`);
    if (names.length === 1) return { citizen, operator: null };
    terminal.say('Insert a card in the operator\'s reader, or press Enter when there is none …');
    return { citizen, operator: await otherReader(citizen, reports, terminal) };
  } finally {
    reports.end();
  }
}

async function otherReader(citizen: string, reports: Reports, terminal: Terminal): Promise<string | null> {
  const none = terminal.enter().then(() => null);
  for (;;) {
    const reader = await Promise.race([reports.insertion(), none]);
    if (reader === null) terminal.say('There is no operator\'s reader.');
    else terminal.say(reader === citizen ? 'That is the citizen\'s reader: use another one …' : `The operator's reader is "${reader}".`);
    if (reader !== citizen) return reader;
  }
}

/** What the scout says, as answers to questions. */
class Reports {
  private readonly insertions = new Insertions();
  private readonly scout: { recall(): void };
  private readonly listed: Promise<readonly string[]>;
  private tellListed: (names: readonly string[]) => void = () => undefined;
  private tellInsertion: (reader: string) => void = () => undefined;
  private fail: (reason: CannotStart) => void = () => undefined;
  private readonly failure: Promise<never>;

  constructor(options: ScoutOptions) {
    this.failure = new Promise((_, reject) => (this.fail = reject));
    this.listed = new Promise((resolve) => (this.tellListed = resolve));
    this.scout = watchReaders(options, {
      onReport: (report) => this.hear(report),
      onEnd: () => this.fail(new CannotStart('The process that looks at the readers has ended: the reader\'s driver or the binding may be broken. Try the other READER_BINDING.')),
    });
    // Nobody may be asking at that moment.
    this.failure.catch(() => undefined);
  }

  readers(): Promise<readonly string[]> {
    return Promise.race([this.listed, this.failure]);
  }

  /** The next reader into which a card is put. */
  insertion(): Promise<string> {
    return Promise.race([new Promise<string>((resolve) => (this.tellInsertion = resolve)), this.failure]);
  }

  end(): void {
    this.scout.recall();
  }

  private hear(report: ScoutReport): void {
    if (report.type === 'readers') this.tellListed(report.names);
    if (report.type === 'not-built') this.fail(new CannotStart(report.remedy));
    if (report.type === 'no-service') this.fail(new CannotStart(noService));
    const reader = this.insertions.hear(report);
    if (reader !== undefined) this.tellInsertion(reader);
  }
}
