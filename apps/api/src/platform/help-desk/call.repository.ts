// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntityManager } from 'typeorm';
import { CallRow, CipIdentificationRow } from '../database/rows/call-row';

export class CallRepository {
  constructor(private readonly rows: EntityManager) {}

  async byId(id: string): Promise<CallRow | undefined> {
    return (await this.rows.findOneBy(CallRow, { id })) ?? undefined;
  }

  /** Nobody else changes it until the transaction ends. */
  async held(id: string): Promise<CallRow | undefined> {
    return (await this.rows.findOne(CallRow, { where: { id }, lock: { mode: 'pessimistic_write' } })) ?? undefined;
  }

  async open(call: CallRow): Promise<void> {
    await this.rows.insert(CallRow, call);
  }

  async change({ id, revision }: CallRow, changes: Omit<Partial<CallRow>, 'id' | 'revision' | 'changedAt'>, now: Date): Promise<void> {
    await this.rows.update(CallRow, { id }, { ...changes, revision: revision + 1, changedAt: now });
  }

  /** No change for whoever writes: their revision stays. */
  async noteWrongTries({ id }: CallRow): Promise<void> {
    await this.rows.update(CallRow, { id }, { mayRecordUnverified: true });
  }

  /** Who is recognised in the call at this moment. */
  async identification(callId: string, now: Date): Promise<CipIdentificationRow | undefined> {
    const [found] = await this.rows.find(CipIdentificationRow, { where: { callId }, order: { at: 'DESC' }, take: 1 });
    return found?.endedAt === null && found.until > now ? found : undefined;
  }

  /** Whoever was recognised before in the call is not any more. */
  async identify(identification: Omit<CipIdentificationRow, 'endedAt'>): Promise<void> {
    await this.endIdentification(identification.callId, identification.at);
    await this.rows.insert(CipIdentificationRow, { ...identification, endedAt: null });
  }

  async endIdentification(callId: string, now: Date): Promise<void> {
    await this.rows.query('update cip_identification set ended_at = $2 where call_id = $1 and ended_at is null', [callId, now]);
  }
}
