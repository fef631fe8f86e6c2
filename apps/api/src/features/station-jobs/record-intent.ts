// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type IntentAnswer, type IntentRequest, SIGNATURE_PURPOSES, type VaultBlobDocument } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { canonicalJsonBytes, verifyDocument } from '@sportello/seal';
import { createHash } from 'node:crypto';
import type { CallingStation } from '../../platform/access/caller';
import { CaseRepository } from '../../platform/activation/case.repository';
import { IntentRepository } from '../../platform/activation/intent.repository';
import { JobRepository } from '../../platform/activation/job.repository';
import { SheetRepository } from '../../platform/activation/sheet.repository';
import type { IntentRow } from '../../platform/database/rows/intent-row';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Refusal } from '../../platform/problems/refusal';
import { CodesForApi, type KeptCodes } from './codes-for-api';

const NONCE_BYTES = 32;

/**
 * Records a set of codes before the first byte is printed. The same key with the same body is the same intent, answered with the same nonce; another body is refused;
 * one that was voided never comes back.
 */
@Injectable()
export class RecordIntent {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly codesForApi: CodesForApi,
  ) {}

  async run(station: CallingStation, requestId: string, request: IntentRequest): Promise<Outcome<IntentAnswer, Refusal>> {
    const { signature, ...signed } = request;
    if (!verifyDocument(signed, signature, { purpose: SIGNATURE_PURPOSES.intent, publicKey: station.signingKey })) {
      return refuse({ kind: 'signature-invalid', details: { because: 'intent' } });
    }
    if (!isSignedForVault(station, request)) return refuse({ kind: 'signature-invalid', details: { because: 'vault-blob' } });
    const bodyHash = createHash('sha256').update(canonicalJsonBytes(request)).digest();
    const known = await this.unitOfWork.read((transaction) => knownIntent(transaction, station, request.intentId, bodyHash));
    if (known) return known;
    // The slow hash runs before the transaction, which then only writes.
    const kept = await this.codesForApi.keep(station.id, request);
    if (!kept.ok) return kept;
    return this.unitOfWork.run((transaction) => this.record(transaction, station, requestId, request, bodyHash, kept.value));
  }

  private async record(
    transaction: Transaction,
    station: CallingStation,
    requestId: string,
    request: IntentRequest,
    bodyHash: Buffer,
    kept: KeptCodes,
  ): Promise<Outcome<IntentAnswer, Refusal>> {
    const { intentId, jobId, caseId, idCarta, controlNumber, stationBlob, vaultBlob, vaultSignature, signature } = request;
    const row = await transaction.repository(CaseRepository).held(caseId);
    // Asked again under the lock: the same request may have come twice at once.
    const known = await knownIntent(transaction, station, intentId, bodyHash);
    if (known) return known;
    const job = await transaction.repository(JobRepository).ofStation(jobId, station.id);
    if (!job || job.caseId !== caseId || job.type !== 'print-envelope') return refuse({ kind: 'job-unknown' });
    const intents = transaction.repository(IntentRepository);
    if (job.state !== 'pending' || row?.state !== 'printing' || (await intents.living(caseId))) return refuse({ kind: 'intent-voided' });
    const sheet = await transaction.repository(SheetRepository).ofCase(caseId);
    if (sheet?.controlNumber !== controlNumber || row.idCarta !== idCarta) return refuse({ kind: 'intent-differs' });

    const nonce = Buffer.from(transaction.newBytes(NONCE_BYTES));
    await intents.record({
      ...NOTHING_YET,
      ...kept,
      id: intentId,
      caseId,
      jobId,
      stationId: station.id,
      sheetId: sheet.id,
      idCarta,
      controlNumber,
      bodyHash,
      stationBlob,
      vaultBlob,
      vaultSignature,
      resealSignature: null,
      signature,
      nonce,
      createdAt: transaction.now,
    });
    transaction.audit({ act: 'intent.recorded', actor: { kind: 'station', stationId: station.id }, requestId, deskId: station.deskId, caseId, details: { intentId, controlNumber } });
    return accept({ intentId, nonce: nonce.toString('base64url') });
  }
}

const NOTHING_YET = {
  cipValidFrom: null,
  sheetScannedAt: null,
  cardCheckedAt: null,
  codesWrittenAt: null,
  proofSignedAt: null,
  outcomeRecordedAt: null,
  blobsDestroyedAt: null,
  voidedAt: null,
  voidReason: null,
} as const satisfies Partial<IntentRow>;

/** What the vault will ask for one day: it believes no blob that the station did not sign with all that it is bound to. */
function isSignedForVault({ id: stationId, signingKey: publicKey }: CallingStation, { caseId, intentId, idCarta, controlNumber, vaultBlob, vaultSignature }: IntentRequest): boolean {
  const blob: VaultBlobDocument = { caseId, intentId, idCarta, controlNumber, stationId, vaultBlob };
  return verifyDocument(blob, vaultSignature, { purpose: SIGNATURE_PURPOSES.vaultBlob, publicKey });
}

/** The answer to an intent that was recorded before; nothing when it was not. */
async function knownIntent(transaction: Transaction, station: CallingStation, intentId: string, bodyHash: Buffer): Promise<Outcome<IntentAnswer, Refusal> | undefined> {
  const intent = await transaction.repository(IntentRepository).byId(intentId);
  if (!intent) return undefined;
  if (intent.stationId !== station.id || !intent.bodyHash.equals(bodyHash)) return refuse({ kind: 'intent-differs' });
  return intent.voidedAt === null ? accept({ intentId, nonce: intent.nonce.toString('base64url') }) : refuse({ kind: 'intent-voided' });
}
