// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SecondFactor } from '@sportello/contracts';
import type { EntityManager } from 'typeorm';

export interface AppSecret {
  readonly id: string;
  /** Encrypted. */
  readonly secret: Buffer;
  readonly lastStep: number;
}

export interface NewRecoveryCode {
  readonly id: string;
  readonly codeMac: Buffer;
}

/** Authenticator apps and recovery codes, and what somebody has of all of them. */
export class SecondFactorRepository {
  constructor(private readonly rows: EntityManager) {}

  /** By what this person may complete a sign-in, the best first. Recovery codes alone are no second factor: they stand in for a lost one. */
  async methodsOf(operatorId: string): Promise<readonly SecondFactor[]> {
    const [has] = await this.rows.query<[{ passkey: boolean; totp: boolean; codes: boolean }]>(
      `select exists (select from passkey where operator_id = $1) as passkey,
              exists (select from authenticator_app where operator_id = $1 and confirmed_at is not null) as totp,
              exists (select from recovery_code where operator_id = $1 and used_at is null) as codes`,
      [operatorId],
    );
    if (!has.passkey && !has.totp) return [];
    return [...(has.passkey ? (['passkey'] as const) : []), ...(has.totp ? (['totp'] as const) : []), ...(has.codes ? (['recovery-code'] as const) : [])];
  }

  /** Changes to what a person proves themselves with come one after the other from here to the end of the transaction. */
  async hold(operatorId: string): Promise<void> {
    await this.rows.query('select from operator where id = $1 for update', [operatorId]);
  }

  async offerApp(offer: { readonly id: string; readonly operatorId: string; readonly secret: Buffer; readonly createdAt: Date }): Promise<void> {
    await this.rows.query('delete from authenticator_app where operator_id = $1 and confirmed_at is null', [offer.operatorId]);
    await this.rows.query('insert into authenticator_app (id, operator_id, secret, created_at) values ($1, $2, $3, $4)', [offer.id, offer.operatorId, offer.secret, offer.createdAt]);
  }

  async offeredApp(operatorId: string): Promise<AppSecret | undefined> {
    const [found] = await this.rows.query<AppSecret[]>('select id, secret, 0 as "lastStep" from authenticator_app where operator_id = $1 and confirmed_at is null for update', [operatorId]);
    return found;
  }

  /** In place of one that was there before. */
  async confirmApp(operatorId: string, id: string, step: number, now: Date): Promise<void> {
    await this.rows.query('delete from authenticator_app where operator_id = $1 and confirmed_at is not null', [operatorId]);
    await this.rows.query('update authenticator_app set confirmed_at = $2, last_step = $3 where id = $1', [id, now, step]);
  }

  async app(operatorId: string): Promise<AppSecret | undefined> {
    const [found] = await this.rows.query<(Omit<AppSecret, 'lastStep'> & { lastStep: string })[]>(
      'select id, secret, last_step as "lastStep" from authenticator_app where operator_id = $1 and confirmed_at is not null for update',
      [operatorId],
    );
    return found && { ...found, lastStep: Number(found.lastStep) };
  }

  async useStep(id: string, step: number): Promise<void> {
    await this.rows.query('update authenticator_app set last_step = $2 where id = $1', [id, step]);
  }

  async appSince(operatorId: string): Promise<Date | undefined> {
    const [found] = await this.rows.query<{ since: Date }[]>('select confirmed_at as since from authenticator_app where operator_id = $1 and confirmed_at is not null', [operatorId]);
    return found?.since;
  }

  async removeApp(operatorId: string): Promise<boolean> {
    const [, removed] = await this.rows.query<[unknown, number]>('delete from authenticator_app where operator_id = $1', [operatorId]);
    return removed > 0;
  }

  /** Those of before are good for nothing. */
  async remakeRecoveryCodes(operatorId: string, codes: readonly NewRecoveryCode[], now: Date): Promise<void> {
    await this.removeRecoveryCodes(operatorId);
    await this.rows.query(
      'insert into recovery_code (id, operator_id, code_mac, made_at) select id, $2, mac, $4 from unnest($1::uuid[], $3::bytea[]) as made (id, mac)',
      [codes.map(({ id }) => id), operatorId, codes.map(({ codeMac }) => codeMac), now],
    );
  }

  async removeRecoveryCodes(operatorId: string): Promise<void> {
    await this.rows.query('delete from recovery_code where operator_id = $1', [operatorId]);
  }

  /** One statement, so that two who bring the same code never both pass. */
  async useRecoveryCode(operatorId: string, codeMac: Buffer, now: Date): Promise<boolean> {
    const [, used] = await this.rows.query<[unknown, number]>('update recovery_code set used_at = $3 where operator_id = $1 and code_mac = $2 and used_at is null', [operatorId, codeMac, now]);
    return used === 1;
  }

  async recoveryCodes(operatorId: string): Promise<{ readonly left: number; readonly madeAt: Date } | undefined> {
    const [found] = await this.rows.query<[{ left: number; madeAt: Date | null }]>(
      'select count(*) filter (where used_at is null)::int as "left", max(made_at) as "madeAt" from recovery_code where operator_id = $1',
      [operatorId],
    );
    return found.madeAt === null ? undefined : { left: found.left, madeAt: found.madeAt };
  }
}
