// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CodesInfo, ForApiInfo, IntentRequest, PrintEnvelopeJob } from '@sportello/contracts';
import { frameCodes, seal } from '@sportello/seal';
import type { DrawnCodes } from './draw-codes';
import { forApiPlain } from './for-api-plain';

/** Whom the codes are sealed to: public keys, pinned at the enrolment. */
export interface Recipients {
  readonly stationId: string;
  readonly sealingKey: string;
  /** For a job that does not name the vault's key. One that does was checked by the parent. */
  readonly vaultSealingKey: string;
  readonly apiSealingKey: string;
}

/** PIN and PUK for the station itself and for the vault, CIP and outer code for the API; each blob opens for this case, intent, card, sheet and station only. */
export async function sealIntent(
  { job, intentId, codes, recipients }: { readonly job: PrintEnvelopeJob; readonly intentId: string; readonly codes: DrawnCodes; readonly recipients: Recipients },
): Promise<Omit<IntentRequest, 'signature' | 'vaultSignature'>> {
  const { jobId, caseId, idCarta, controlNumber } = job;
  const bound = { caseId, intentId, idCarta, controlNumber, stationId: recipients.stationId };
  const infoFor = (recipient: CodesInfo['recipient']): CodesInfo => ({ purpose: 'sportello-codes-v1', recipient, ...bound });
  const forApi: ForApiInfo = { purpose: 'sportello-for-api-v1', ...bound };
  const frame = frameCodes(codes);
  const plain = forApiPlain(codes);
  try {
    const [stationBlob, vaultBlob, apiBlob] = await Promise.all([
      seal({ recipientPublicKey: recipients.sealingKey, info: infoFor('station'), plaintext: frame }),
      seal({ recipientPublicKey: job.vault?.current.key.sealingKey ?? recipients.vaultSealingKey, info: infoFor('vault'), plaintext: frame }),
      seal({ recipientPublicKey: recipients.apiSealingKey, info: forApi, plaintext: plain }),
    ]);
    return { intentId, jobId, caseId, idCarta, controlNumber, stationBlob, vaultBlob, apiBlob };
  } finally {
    frame.fill(0);
    plain.fill(0);
  }
}
