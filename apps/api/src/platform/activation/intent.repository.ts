// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ResealedBlob } from '@sportello/contracts';
import type { CaseCause } from '@sportello/domain';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { IntentRow } from '../database/rows/intent-row';

/** The columns with the times of the write's phases. */
export type PhaseColumn = 'sheetScannedAt' | 'cardCheckedAt' | 'codesWrittenAt' | 'proofSignedAt' | 'outcomeRecordedAt';

export class IntentRepository {
  constructor(private readonly rows: EntityManager) {}

  /** The set of codes that the case lives with. */
  async living(caseId: string): Promise<IntentRow | undefined> {
    return (await this.rows.findOneBy(IntentRow, { caseId, voidedAt: IsNull() })) ?? undefined;
  }

  /** The set of codes that the case lives with, or lived with last. */
  async last(caseId: string): Promise<IntentRow | undefined> {
    return (await this.rows.findOne(IntentRow, { where: { caseId }, order: { createdAt: 'DESC' } })) ?? undefined;
  }

  async byId(intentId: string): Promise<IntentRow | undefined> {
    return (await this.rows.findOneBy(IntentRow, { id: intentId })) ?? undefined;
  }

  /** All codes that were ever drawn for sheets with this number: desks may count alike. */
  async onSheetsNumbered(controlNumber: string): Promise<readonly IntentRow[]> {
    return this.rows.find(IntentRow, { where: { controlNumber }, order: { createdAt: 'DESC' } });
  }

  async record(intent: IntentRow): Promise<void> {
    await this.rows.insert(IntentRow, intent);
  }

  /** The vault sealed the codes to another station: the blob of the lost one opens nowhere any more. */
  async reseal({ id }: IntentRow, { blob: stationBlob, signature: resealSignature }: ResealedBlob): Promise<void> {
    await this.rows.update(IntentRow, { id }, { stationBlob, resealSignature });
  }

  /** Destroys the blobs of codes that were drawn before the limit, also the vault's of a faulty card; a write that goes on keeps its own. */
  async destroyBlobsOlderThan(limit: Date, now: Date): Promise<readonly { readonly caseId: string; readonly deskId: string }[]> {
    const [destroyed] = await this.rows.query<[{ readonly caseId: string; readonly deskId: string }[], number]>(
      `update intent i set station_blob = null, vault_blob = null, reseal_signature = null, blobs_destroyed_at = $2
       from activation_case c where c.id = i.case_id and i.blobs_destroyed_at is null and i.created_at < $1 and c.state <> 'writing'
       returning i.case_id as "caseId", c.desk_id as "deskId"`,
      [limit, now],
    );
    return destroyed;
  }

  /** To which of the vault's keys blobs are sealed that somebody may still need, and how many. */
  async vaultKeysInUse(): Promise<readonly { readonly kid: string; readonly blobs: number }[]> {
    return this.rows.query(`select vault_blob ->> 'kid' as kid, count(*)::integer as blobs from intent where vault_blob is not null group by 1 order by 1`);
  }

  /** Notes when a phase was first reached; a write that begins again does not move it. */
  async reach(intent: IntentRow, phase: PhaseColumn, now: Date): Promise<void> {
    if (intent[phase] === null) await this.rows.update(IntentRow, { id: intent.id }, { [phase]: now });
  }

  /**
   * The codes die: nothing is left with which they could be printed, written or recognised. Only of a card whose proof was not good the vault's blob stays: the codes
   * may be on its chip, and nobody else could ever say them again.
   */
  async voidLiving(caseId: string, reason: CaseCause, now: Date): Promise<void> {
    const vault = reason === 'proof-invalid' ? {} : { vaultBlob: null, blobsDestroyedAt: now };
    const end = { voidedAt: now, voidReason: reason, stationBlob: null, resealSignature: null, cipVerifier: null, cipValidFrom: null };
    await this.rows.update(IntentRow, { caseId, voidedAt: IsNull() }, { ...end, ...vault });
  }

  /** The envelope is in the citizen's hand: nobody needs the codes any more, and the CIP may be used from now on. Until now it was the one of the card's earlier envelope, if there is one. */
  async settle({ id: caseId, idCarta }: { readonly id: string; readonly idCarta: string }, now: Date): Promise<void> {
    await this.rows.update(IntentRow, { caseId, voidedAt: IsNull() }, { stationBlob: null, vaultBlob: null, blobsDestroyedAt: now, cipValidFrom: now });
    await this.rows.update(IntentRow, { idCarta, caseId: Not(caseId), cipVerifier: Not(IsNull()) }, { cipVerifier: null, cipValidFrom: null });
  }

  /** The envelope is in the wrong hands: its CIP identifies nobody any more. */
  async forgetCip(caseId: string): Promise<void> {
    await this.rows.update(IntentRow, { caseId, voidedAt: IsNull() }, { cipVerifier: null, cipValidFrom: null });
  }
}
