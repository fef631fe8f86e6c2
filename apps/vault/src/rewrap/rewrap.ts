// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CodesInfo, RewrapRequest, SealedBlobMessage } from '@sportello/contracts';
import { open, seal, unframeCodes } from '@sportello/seal';

/**
 * Opens the blob under all that it is bound to, and seals what was in it to the target's key, bound to the same case, intent, card and sheet and to the new station.
 * The codes are in memory for this moment, and wiped.
 */
export async function rewrap({ blob, to }: RewrapRequest, recipientPrivateKey: string): Promise<SealedBlobMessage | 'blob-altered'> {
  const { caseId, intentId, idCarta, controlNumber, stationId, vaultBlob } = blob;
  const bound = { purpose: 'sportello-codes-v1', caseId, intentId, idCarta, controlNumber } as const;
  const from: CodesInfo = { ...bound, recipient: 'vault', stationId };
  const info: CodesInfo = { ...bound, recipient: 'station', stationId: to.stationId };
  const frame = await open({ recipientPrivateKey, info: from, blob: vaultBlob });
  if (!(frame instanceof Uint8Array)) return 'blob-altered';
  try {
    const codes = unframeCodes(frame);
    codes?.pin.fill(0);
    codes?.puk.fill(0);
    return codes ? await seal({ recipientPublicKey: to.sealingKey, info, plaintext: frame }) : 'blob-altered';
  } finally {
    frame.fill(0);
  }
}
