// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout } from 'node:timers/promises';
import { isDatabaseAway } from '../problems/database-away';

/** Answers come in swarms, as their questions went. */
const GATHER_MS = 10;

interface Waiting<Item> {
  readonly item: Item;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** What comes in at about the same time, or while others are being kept, is kept in one transaction. Each has its own end: what cannot be kept takes no other with it. */
export class KeepTogether<Item extends { readonly id: string }> {
  private waiting: readonly Waiting<Item>[] = [];
  private isWorking = false;

  constructor(private readonly keepAll: (items: readonly Item[]) => Promise<void>) {}

  keep(item: Item): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting = [...this.waiting, { item, resolve, reject }];
      if (!this.isWorking) void this.work();
    });
  }

  private async work(): Promise<void> {
    this.isWorking = true;
    await setTimeout(GATHER_MS);
    while (this.waiting.length > 0) await this.settle(this.next());
    this.isWorking = false;
  }

  /** Two about one thing are kept one after the other: the second is judged by what the first left. */
  private next(): readonly Waiting<Item>[] {
    const first = new Map(this.waiting.toReversed().map((each) => [each.item.id, each]));
    const next = this.waiting.filter((each) => first.get(each.item.id) === each);
    this.waiting = this.waiting.filter((each) => !next.includes(each));
    return next;
  }

  private async settle(all: readonly Waiting<Item>[]): Promise<void> {
    try {
      await this.keepAll(all.map(({ item }) => item));
      for (const { resolve } of all) resolve();
    } catch (error) {
      if (all.length === 1 || isDatabaseAway(error)) for (const { reject } of all) reject(error);
      else for (const each of all) await this.settle([each]);
    }
  }
}
