// SPDX-License-Identifier: AGPL-3.0-or-later
import { TRIES_KEPT_HOURS, type TryScope, type WrongTries } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

/** Who tries, through what, and on which card: keyed MACs all. */
export type TryMacs = Readonly<Record<TryScope, readonly Buffer[]>>;

export class CipTriesRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Tries of one caller, source or claim come one after the other from here to the end of the transaction. Always in this order: no two wait for each other. */
  async hold(macs: TryMacs): Promise<void> {
    const locks = listed(macs).map(({ mac }) => mac.readBigInt64BE());
    for (const lock of locks.sort((a, b) => (a < b ? -1 : 1))) await this.rows.query('select pg_advisory_xact_lock($1)', [lock]);
  }

  /** When the tries were that count as wrong. One that claimed two things is one. */
  async wrong(macs: TryMacs, now: Date): Promise<WrongTries> {
    const all = listed(macs);
    const found = await this.rows.query<{ readonly scope: TryScope; readonly at: Date }[]>(
      `select scope, at from (
         select distinct t.try_id, t.scope, t.at from cip_try t join unnest($1::text[], $2::bytea[]) as asked (scope, mac) on asked.mac = t.mac and asked.scope = t.scope
         where t.at > $3::timestamptz - interval '${TRIES_KEPT_HOURS} hours') as tries`,
      [all.map(({ scope }) => scope), all.map(({ mac }) => mac), now],
    );
    const of = (scope: TryScope): readonly Date[] => found.filter((each) => each.scope === scope).map(({ at }) => at);
    return { caller: of('caller'), source: of('source'), card: of('card') };
  }

  /** It counts as wrong until it is taken back: those that run at the same time count too. */
  async note(tryId: string, macs: TryMacs, now: Date): Promise<void> {
    const all = listed(macs);
    await this.rows.query('insert into cip_try (try_id, scope, mac, at) select $1, scope, mac, $4 from unnest($2::text[], $3::bytea[]) as noted (scope, mac)', [
      tryId,
      all.map(({ scope }) => scope),
      all.map(({ mac }) => mac),
      now,
    ]);
  }

  /** It was right, or nobody looked at it. */
  async takeBack(tryId: string): Promise<void> {
    await this.rows.query('delete from cip_try where try_id = $1', [tryId]);
  }
}

function listed(macs: TryMacs): readonly { readonly scope: TryScope; readonly mac: Buffer }[] {
  return (['caller', 'source', 'card'] as const).flatMap((scope) => macs[scope].map((mac) => ({ scope, mac })));
}
