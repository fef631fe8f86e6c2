// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ScoutReport } from './scout/messages';

/** Tells a card that is being put in from one that was in when the looking began. */
export class Insertions {
  private readonly known = new Map<string, boolean>();

  /** The reader into which a card has just been put, if the report says that. */
  hear(report: ScoutReport): string | undefined {
    if (report.type !== 'slot') return undefined;
    const hadCard = this.known.get(report.reader);
    this.known.set(report.reader, report.hasCard);
    return hadCard === false && report.hasCard ? report.reader : undefined;
  }
}
