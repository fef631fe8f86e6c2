// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout } from 'node:timers/promises';
import { DataSource, type EntityManager } from 'typeorm';

type Run<T> = (rows: EntityManager) => Promise<T>;
type IsolationLevel = Parameters<EntityManager['transaction']>[0] extends infer Level ? Extract<Level, string> : never;

/** Longer than any statement may take. */
const PATIENCE_MS = 20_000;

/**
 * Connections that are closed only when no transaction is open on them. TypeORM takes them from whoever has one and hands them to the next in the queue first, who would
 * then commit half of a stranger's work, without its rows for the log.
 */
export class ApplicationDataSource extends DataSource {
  private readonly open = new Set<Promise<unknown>>();

  override transaction<T>(run: Run<T>): Promise<T>;
  override transaction<T>(isolation: IsolationLevel, run: Run<T>): Promise<T>;
  override async transaction<T>(first: IsolationLevel | Run<T>, second?: Run<T>): Promise<T> {
    const work = typeof first === 'function' ? super.transaction(first) : super.transaction(first, second as Run<T>);
    this.open.add(work);
    try {
      return await work;
    } finally {
      this.open.delete(work);
    }
  }

  override async destroy(): Promise<void> {
    const noMore = new AbortController();
    const late = setTimeout(PATIENCE_MS, 'late', { signal: noMore.signal, ref: false }).catch(() => 'late');
    while (this.open.size > 0 && (await Promise.race([Promise.allSettled(this.open), late])) !== 'late');
    noMore.abort();
    await super.destroy();
  }
}
