// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';

export interface NewInvitation {
  readonly id: string;
  readonly operatorId: string;
  readonly codeMac: Buffer;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

export interface OpenInvitation {
  readonly id: string;
  readonly operatorId: string;
  readonly username: string;
  readonly displayName: string;
  readonly deskId: string;
  readonly bodyId: string;
}

export class InvitationRepository {
  constructor(private readonly rows: EntityManager) {}

  /** A new code takes the place of the one before. */
  async make({ id, operatorId, codeMac, madeBy, madeAt, expiresAt }: NewInvitation): Promise<void> {
    await this.endOf(operatorId, madeAt);
    await this.rows.query('insert into invitation (id, operator_id, code_mac, made_by, made_at, expires_at) values ($1, $2, $3, $4, $5, $6)', [id, operatorId, codeMac, madeBy, madeAt, expiresAt]);
  }

  async endOf(operatorId: string, now: Date): Promise<void> {
    await this.rows.query('update invitation set ended_at = $2 where operator_id = $1 and accepted_at is null and ended_at is null', [operatorId, now]);
  }

  async openOf(operatorId: string): Promise<{ readonly expiresAt: Date } | undefined> {
    const [found] = await this.rows.query<{ readonly expiresAt: Date }[]>('select expires_at as "expiresAt" from invitation where operator_id = $1 and accepted_at is null and ended_at is null', [operatorId]);
    return found;
  }

  /** What the code is good for now. */
  async byCode(codeMac: Buffer, now: Date): Promise<OpenInvitation | undefined> {
    const [found] = await this.rows.query<OpenInvitation[]>(
      `select i.id, i.operator_id as "operatorId", o.username, o.display_name as "displayName", o.desk_id as "deskId", d.body_id as "bodyId"
       from invitation i join operator o on o.id = i.operator_id join desk d on d.id = o.desk_id
       where i.code_mac = $1 and i.accepted_at is null and i.ended_at is null and i.expires_at > $2 and o.is_invited`,
      [codeMac, now],
    );
    return found;
  }

  /** The same, held: of two that bring it at once one comes in. */
  async heldByCode(codeMac: Buffer, now: Date): Promise<OpenInvitation | undefined> {
    await this.rows.query('select from invitation where code_mac = $1 for update', [codeMac]);
    return this.byCode(codeMac, now);
  }

  /** Whose code it is, or was. */
  async operatorOf(codeMac: Buffer): Promise<string | undefined> {
    const [found] = await this.rows.query<{ readonly operatorId: string }[]>('select operator_id as "operatorId" from invitation where code_mac = $1', [codeMac]);
    return found?.operatorId;
  }

  async accept(id: string, now: Date): Promise<void> {
    await this.rows.query('update invitation set accepted_at = $2 where id = $1', [id, now]);
  }
}
