// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CodesInfo, SealedBlobMessage, TransportCodesInfo, WriteCardJob } from '@sportello/contracts';
import { SecretBytes } from '@sportello/card-io';
import { type CodePair, type JsonValue, open, unframeCodes } from '@sportello/seal';

/** What a write needs, in clear. Whoever opened them wipes them. */
export interface OpenedCodes {
  readonly newPin: SecretBytes;
  readonly newPuk: SecretBytes;
  /** Of a card that is written with the manufacturer's codes. */
  readonly transportPuk: SecretBytes | undefined;
  wipe(): void;
}

export interface Opener {
  readonly stationId: string;
  readonly sealingPrivateKey: string;
}

/** Opens the station's own blob and, where the job brings them, the transport codes; undefined when one of them is not for this station, case, intent, card and sheet. */
export async function openCodes(job: WriteCardJob, opener: Opener): Promise<OpenedCodes | undefined> {
  const { jobId, caseId, intentId, idCarta, controlNumber } = job;
  const { stationId } = opener;
  const own: CodesInfo = { purpose: 'sportello-codes-v1', recipient: 'station', caseId, intentId, idCarta, controlNumber, stationId };
  const transport: TransportCodesInfo = { purpose: 'sportello-transport-codes-v1', jobId, idCarta, stationId };
  const { authority } = job;
  const opened = await Promise.allSettled([
    openPair(job.blob, own, opener),
    authority.method === 'transport-codes' ? openPair(authority.transportCodes, transport, opener) : Promise.resolve(undefined),
  ]);
  const [newCodes, transportCodes] = opened.map((pair) => (pair.status === 'fulfilled' ? pair.value : null));
  if (newCodes && transportCodes !== null) {
    // A method that changes the PIN with the transport PUK never needs the transport PIN.
    transportCodes?.pin.fill(0);
    const secrets = { newPin: SecretBytes.own(newCodes.pin), newPuk: SecretBytes.own(newCodes.puk), transportPuk: transportCodes && SecretBytes.own(transportCodes.puk) };
    return { ...secrets, wipe: () => Object.values(secrets).forEach((secret) => secret?.wipe()) };
  }
  // One may be open although the other is not, or has failed: its codes do not stay behind.
  for (const pair of [newCodes, transportCodes]) [pair?.pin, pair?.puk].forEach((code) => code?.fill(0));
  for (const pair of opened) if (pair.status === 'rejected') throw pair.reason;
  return undefined;
}

async function openPair(blob: SealedBlobMessage, info: JsonValue, { sealingPrivateKey }: Opener): Promise<CodePair | null> {
  const frame = await open({ recipientPrivateKey: sealingPrivateKey, info, blob });
  if (!(frame instanceof Uint8Array)) return null;
  try {
    return unframeCodes(frame);
  } finally {
    frame.fill(0);
  }
}
