// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ScoutReport } from './scout/messages';

/** Tells a card that is being put in from one that was in when the looking began. */
export class Insertions {
  private readonly known = new Map<string, boolean>();
  private readonly lookedAt = new Set<string>();

  /** The reader into which a card has just been put, if the report says that. */
  hear(report: ScoutReport): string | undefined {
    if (report.type !== 'slot') return undefined;
    const { reader, hasCard } = report;
    this.lookedAt.add(reader);
    if (hasCard === null) return undefined;
    const hadCard = this.known.get(reader);
    this.known.set(reader, hasCard);
    return hadCard === false && hasCard ? reader : undefined;
  }

  /** Whether a card that is put into any of these now is noticed. */
  know(readers: readonly string[]): boolean {
    return readers.every((reader) => this.lookedAt.has(reader));
  }
}
