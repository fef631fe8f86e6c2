// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type ForApiInfo, ForApiPlain, type IntentRequest } from '@sportello/contracts';
import { type CipPattern, type Outcome, type OuterCode, accept, parseOuterCode, refuse } from '@sportello/domain';
import { open } from '@sportello/seal';
import { Settings } from '../../config/settings';
import { OuterCodes } from '../../platform/activation/outer-codes';
import { CipVerifiers } from '../../platform/cip/cip-verifiers';
import { Keys } from '../../platform/keys/keys';
import type { Refusal } from '../../platform/problems/refusal';

/** What is kept of the codes that a station sealed for the API's eyes: nothing in it can be read back. */
export interface KeptCodes {
  readonly cipVerifier: string;
  readonly outerCodeMac: Buffer;
}

/** Opens, once, what a station sealed for the API: CIP and outer code. They leave here as a verifier and a MAC. */
@Injectable()
export class CodesForApi {
  constructor(
    private readonly keys: Keys,
    private readonly outerCodes: OuterCodes,
    private readonly cipVerifiers: CipVerifiers,
    private readonly settings: Settings,
  ) {}

  async keep(stationId: string, { caseId, intentId, idCarta, controlNumber, apiBlob }: IntentRequest): Promise<Outcome<KeptCodes, Refusal>> {
    const info: ForApiInfo = { purpose: 'sportello-for-api-v1', caseId, intentId, idCarta, controlNumber, stationId };
    const opened = await open({ recipientPrivateKey: this.keys.sealingPrivateKey, info, blob: apiBlob });
    if ('kind' in opened) return refuse({ kind: 'invalid-request', details: { fields: ['apiBlob'], because: opened.kind } });
    try {
      const plain = ForApiPlain.safeParse(jsonIn(opened));
      const outerCode = plain.success ? outerCodeFor(controlNumber, plain.data.outerCode) : undefined;
      if (!plain.success || !outerCode || !isCip(plain.data.cip, this.settings.cipPattern)) return refuse({ kind: 'invalid-request', details: { fields: ['apiBlob'] } });
      const cipVerifier = await this.cipVerifiers.of(idCarta, plain.data.cip);
      if (typeof cipVerifier !== 'string') return refuse(cipVerifier);
      return accept({ cipVerifier, outerCodeMac: this.outerCodes.macOf(intentId, outerCode) });
    } finally {
      opened.fill(0);
    }
  }
}

/** A CIP that is not of the configured pattern could not be typed at the help desk. */
function isCip(text: string, { length, alphabet }: CipPattern): boolean {
  return text.length === length && Array.from(text).every((character) => alphabet.includes(character));
}

function outerCodeFor(controlNumber: string, text: string): OuterCode | undefined {
  const outerCode = parseOuterCode(text);
  return outerCode.ok && outerCode.value.controlNumber === controlNumber ? outerCode.value : undefined;
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  } catch {
    // Not JSON is not of the agreed shape, which is all that the station is told; the parser's message would quote the code.
    return undefined;
  }
}
