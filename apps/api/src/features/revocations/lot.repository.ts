// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LotState } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

export interface LotCounts {
  readonly toRevoke: number;
  readonly alreadyRevoked: number;
  readonly alreadyRequested: number;
  readonly notActive: number;
  readonly unknown: number;
}

export interface LotRow extends LotCounts {
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
}

export interface NamedLot extends LotRow {
  readonly askedByName: string;
  readonly confirmedByName: string | null;
}

const LOT = `l.id, l.revision, l.state, l.reason, l.digest, l.cards, l.to_revoke as "toRevoke", l.already_revoked as "alreadyRevoked", l.already_requested as "alreadyRequested",
  l.not_active as "notActive", l.unknown, l.asked_by as "askedBy", l.asked_at as "askedAt", l.confirmed_by as "confirmedBy", l.confirmed_at as "confirmedAt"`;
const NAMED = `select ${LOT}, asker.display_name as "askedByName", confirmer.display_name as "confirmedByName"
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

  async letGo({ id }: LotRow, operatorId: string, counts: LotCounts, now: Date): Promise<void> {
    await this.rows.query(
      `update revocation_lot set state = 'done', confirmed_by = $2, confirmed_at = $3, revision = revision + 1,
         to_revoke = $4, already_revoked = $5, already_requested = $6, not_active = $7, unknown = $8 where id = $1`,
      [id, operatorId, now, counts.toRevoke, counts.alreadyRevoked, counts.alreadyRequested, counts.notActive, counts.unknown],
    );
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
