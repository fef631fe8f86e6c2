// SPDX-License-Identifier: AGPL-3.0-or-later
import { CannotStart } from '../../config/cannot-start';
import { Insertions } from '../insertions';
import { noService } from '../no-service';
import type { ScoutReport } from './messages';
import { type ScoutOptions, watchReaders } from './send-scout';

/** What the scout says, as answers to questions. */
export class ScoutAnswers {
  private readonly insertions = new Insertions();
  private readonly scout: { recall(): void };
  private readonly listed: Promise<readonly string[]>;
  private names: readonly string[] | undefined;
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

  /** The readers, once each has been looked into: a card that is put in from then on is noticed. */
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
    if (report.type === 'readers') this.names = report.names;
    if (report.type === 'not-built') this.fail(new CannotStart(report.remedy));
    if (report.type === 'no-service') this.fail(new CannotStart(noService));
    const reader = this.insertions.hear(report);
    if (reader !== undefined) this.tellInsertion(reader);
    if (this.names && this.insertions.know(this.names)) this.tellListed(this.names);
  }
}
