// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LotSort, LotState } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

export type LotCounts = Readonly<Record<LotSort, number>>;

export const NO_COUNTS: LotCounts = { 'to-revoke': 0, 'already-revoked': 0, 'already-requested': 0, 'not-active': 0, unknown: 0 };

/** As they stand in a lot's row, in the log and in a view. */
export interface LotFigures {
  readonly toRevoke: number;
  readonly alreadyRevoked: number;
  readonly alreadyRequested: number;
  readonly notActive: number;
  readonly unknown: number;
}

export function figuresOf(counts: LotCounts): LotFigures {
  return { toRevoke: counts['to-revoke'], alreadyRevoked: counts['already-revoked'], alreadyRequested: counts['already-requested'], notActive: counts['not-active'], unknown: counts.unknown };
}

export interface LotRow extends LotFigures {
  readonly id: string;
  readonly revision: number;
  readonly state: LotState;
  readonly reason: string;
  readonly digest: Buffer;
  readonly cards: number;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  /** Where it was let go. */
  readonly deskId: string | null;
}

export type LotLetGo = LotRow & { readonly confirmedBy: string; readonly deskId: string };

export interface NamedLot extends LotRow {
  /** Cards of one that was let go whose turn has not come. */
  readonly left: number;
  readonly askedByName: string;
  readonly confirmedByName: string | null;
}

const LOT = `l.id, l.revision, l.state, l.reason, l.digest, l.cards, l.to_revoke as "toRevoke", l.already_revoked as "alreadyRevoked", l.already_requested as "alreadyRequested",
  l.not_active as "notActive", l.unknown, l.asked_by as "askedBy", l.asked_at as "askedAt", l.confirmed_by as "confirmedBy", l.confirmed_at as "confirmedAt", l.desk_id as "deskId"`;
const LEFT = '(select count(*) from revocation_lot_card c where c.lot_id = l.id and c.outcome is null)::int as left';
const NAMED = `select ${LOT}, ${LEFT}, asker.display_name as "askedByName", confirmer.display_name as "confirmedByName"
  from revocation_lot l join operator asker on asker.id = l.asked_by left join operator confirmer on confirmer.id = l.confirmed_by`;

export class LotRepository {
  constructor(private readonly rows: EntityManager) {}

  async keep(lot: LotRow): Promise<void> {
    await this.rows.query(
      `insert into revocation_lot (id, revision, state, reason, digest, cards, to_revoke, already_revoked, already_requested, not_active, unknown, asked_by, asked_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [lot.id, lot.revision, lot.state, lot.reason, lot.digest, lot.cards, lot.toRevoke, lot.alreadyRevoked, lot.alreadyRequested, lot.notActive, lot.unknown, lot.askedBy, lot.askedAt],
    );
  }

  async held(id: string): Promise<LotRow | undefined> {
    const [found] = await this.rows.query<LotRow[]>(`select ${LOT} from revocation_lot l where l.id = $1 for update`, [id]);
    return found;
  }

  async named(id: string): Promise<NamedLot | undefined> {
    const [found] = await this.rows.query<NamedLot[]>(`${NAMED} where l.id = $1`, [id]);
    return found;
  }

  /** The newest first. */
  async last(most: number): Promise<readonly NamedLot[]> {
    return this.rows.query<NamedLot[]>(`${NAMED} order by l.asked_at desc, l.id limit $1`, [most]);
  }

  /** Let go with its list, to be worked off. */
  async letGo(id: string, list: readonly string[], { operatorId, deskId, now }: { readonly operatorId: string; readonly deskId: string; readonly now: Date }): Promise<void> {
    await this.rows.query('insert into revocation_lot_card (lot_id, id_carta) select distinct $1::uuid, card from unnest($2::text[]) as card', [id, list]);
    await this.rows.query(`update revocation_lot set state = 'asked', confirmed_by = $2, confirmed_at = $3, desk_id = $4, revision = revision + 1 where id = $1`, [id, operatorId, now, deskId]);
  }

  async withdraw(id: string): Promise<void> {
    await this.rows.query(`update revocation_lot set state = 'withdrawn', revision = revision + 1 where id = $1`, [id]);
  }

  /** The first that was let go and is not done, unless another copy holds it; held until the transaction ends. */
  async takeLetGo(): Promise<LotLetGo | undefined> {
    const [found] = await this.rows.query<LotLetGo[]>(`select ${LOT} from revocation_lot l where l.state = 'asked' order by l.confirmed_at, l.id limit 1 for update skip locked`);
    return found;
  }

  /** Cards whose turn has not come, the first by number. */
  async left(id: string, most: number): Promise<readonly string[]> {
    const cards = await this.rows.query<{ readonly idCarta: string }[]>('select id_carta as "idCarta" from revocation_lot_card where lot_id = $1 and outcome is null order by id_carta limit $2', [id, most]);
    return cards.map(({ idCarta }) => idCarta);
  }

  async settle(id: string, cards: readonly { readonly idCarta: string; readonly sort: LotSort }[]): Promise<void> {
    await this.rows.query(
      `update revocation_lot_card c set outcome = settled.sort from unnest($2::text[], $3::text[]) as settled (id_carta, sort) where c.lot_id = $1 and c.id_carta = settled.id_carta`,
      [id, cards.map(({ idCarta }) => idCarta), cards.map(({ sort }) => sort)],
    );
  }

  /** What became of the cards. */
  async settled(id: string): Promise<LotCounts> {
    const counts = await this.rows.query<{ readonly sort: LotSort; readonly count: number }[]>('select outcome as sort, count(*)::int as count from revocation_lot_card where lot_id = $1 group by outcome', [id]);
    return { ...NO_COUNTS, ...Object.fromEntries(counts.map(({ sort, count }) => [sort, count])) };
  }

  /** The list has served: each request stands by itself. */
  async finish(id: string, { toRevoke, alreadyRevoked, alreadyRequested, notActive, unknown }: LotFigures): Promise<void> {
    await this.rows.query(
      `update revocation_lot set state = 'done', revision = revision + 1, to_revoke = $2, already_revoked = $3, already_requested = $4, not_active = $5, unknown = $6 where id = $1`,
      [id, toRevoke, alreadyRevoked, alreadyRequested, notActive, unknown],
    );
    await this.rows.query('delete from revocation_lot_card where lot_id = $1', [id]);
  }

  /** Whether some of these cards are a person's, by however their codice fiscale is spelled. */
  async hasCardOf(codes: readonly string[], cards: readonly string[]): Promise<boolean> {
    const found = await this.rows.query<unknown[]>(`select 1 from activation_case where holder is not null and holder ->> 'codiceFiscale' = any($1::text[]) and id_carta = any($2::text[]) limit 1`, [codes, cards]);
    return found.length > 0;
  }

  /** Which of these certificates have a request that has not ended, by serial; those that a supervisor has still to decide on among them. */
  async requested(serials: readonly string[]): Promise<readonly { readonly issuer: Buffer; readonly serial: string }[]> {
    return this.rows.query(
      `select certificate_issuer as issuer, certificate_serial as serial from revocation_request
       where certificate_serial = any($1::text[]) and state not in ('confirmed', 'rejected') and (state <> 'logged' or standing = 'identified')`,
      [serials],
    );
  }
}
