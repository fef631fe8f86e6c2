// SPDX-License-Identifier: AGPL-3.0-or-later
import { LogHead } from '@sportello/contracts';
import { HEAD_PURPOSE, type SigningKey, signDocument } from '@sportello/seal';
import * as z from 'zod';
import { errorFields } from '../log/error-fields';
import type { Logger } from '../log/logger';
import type { Clock } from '../time/clock';
import { readHeads, writeHeads } from './heads-file';
import { type Contradiction, HeldHeads } from './held-heads';
import type { StationNews } from './station-news';

const COUNTERSIGN_MS = 60_000;
const DAY_MS = 24 * 3_600_000;

export interface HeadWatchOptions {
  readonly stationDir: string;
  /** Its `keyId` is the station's id. */
  readonly key: SigningKey;
  readonly news: Pick<StationNews, 'countersignature' | 'contradiction'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Holds the heads of the log that the API's answers tell, where whoever runs the server does not reach them. Hearing one costs a comparison; the folder is written and a head
 * countersigned with the next sign of life, a countersignature at most once a minute and only when the log moved.
 */
export class HeadWatch {
  private held: HeldHeads | undefined;
  private heard: string | null = null;
  private written: LogHead | undefined;
  private readonly countersigned = new Map<string, LogHead>();
  private countersignedAt = Number.NEGATIVE_INFINITY;
  private saidAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: HeadWatchOptions) {}

  /** The header of an answer, as it came. */
  hear(text: string | null): void {
    if (text !== null) this.heard = text;
  }

  /** What was heard since is kept, countersigned, or told to speak against what is held. What goes wrong here holds nothing up. */
  async tell(): Promise<void> {
    const { clock, log } = this.options;
    try {
      const held = (this.held ??= await this.open());
      const told = headsIn(this.heard ?? '[]');
      this.heard = null;
      const [contradiction] = told.flatMap((head) => held.take(head, clock.now()) ?? []);
      await this.write(held);
      if (contradiction) this.alarm(contradiction);
      else await this.countersign(held);
    } catch (error) {
      log.warn('the heads of the log could not be kept', errorFields(error));
    }
  }

  private async open(): Promise<HeldHeads> {
    const { stationDir, log } = this.options;
    const heads = await readHeads(stationDir);
    if (!heads) log.error('the heads of the log in heads.jsonl could not be read: the file was put aside as heads.jsonl.unreadable, to be looked at');
    this.written = heads?.at(-1);
    return new HeldHeads(heads ?? []);
  }

  private async write(held: HeldHeads): Promise<void> {
    const heads = held.all();
    const last = heads.at(-1);
    if (last === this.written) return;
    await writeHeads(this.options.stationDir, heads);
    this.written = last;
  }

  private async countersign(held: HeldHeads): Promise<void> {
    const { key, news, clock } = this.options;
    const now = clock.now().getTime();
    if (now - this.countersignedAt < COUNTERSIGN_MS) return;
    for (const log of ['acts', 'access'] as const) {
      const head = held.newest(log);
      if (!head || this.countersigned.get(log) === head) continue;
      const before = this.countersigned.get(log) ?? held.before(head) ?? null;
      const signature = await signDocument({ head, station: key.keyId }, { purpose: HEAD_PURPOSE, key });
      this.countersigned.set(log, head);
      this.countersignedAt = now;
      news.countersignature({ head, signature, before });
    }
  }

  /** Each day anew while it is so: an alarm that nobody saw comes again. */
  private alarm({ held, told }: Contradiction): void {
    const { news, clock, log } = this.options;
    const now = clock.now().getTime();
    if (now - this.saidAt < DAY_MS) return;
    this.saidAt = now;
    log.error('THE LOG IS NOT THE ONE THAT THIS STATION SAW: keep heads.jsonl of this folder safe and tell the administrator', {
      log: held.log, heldBlock: held.number, heldHash: held.hash, toldBlock: told.number, toldHash: told.hash,
    });
    news.contradiction({ held, told });
  }
}

/** What is no list of heads says nothing. */
function headsIn(text: string): readonly LogHead[] {
  try {
    return z.array(LogHead).safeParse(JSON.parse(text)).data ?? [];
  } catch {
    return [];
  }
}
