// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
import { answer } from './card-answer';
import { findCode } from './code-lookup';
import type { CardAnswer } from './card-answer';
import type { CardQuirks } from './card-quirks';
import type { CodeReferences } from './code-lookup';
import type { Code, CodeStore } from './code-store';
import type { ReceivedCommand } from './received-command';

const blockLength = 8;

/** VERIFY, CHANGE REFERENCE DATA and RESET RETRY COUNTER. */
export class CodeCommands {
  readonly #codes: CodeStore;
  readonly #references: CodeReferences;
  readonly #quirks: CardQuirks;
  #isPinVerified = false;

  constructor(codes: CodeStore, references: CodeReferences, quirks: CardQuirks) {
    this.#codes = codes;
    this.#references = references;
    this.#quirks = quirks;
  }

  get isPinVerified(): boolean {
    return this.#isPinVerified;
  }

  reset(): void {
    this.#isPinVerified = false;
  }

  async verify({ p1, p2, data }: ReceivedCommand, isAtMasterFile: boolean): Promise<CardAnswer> {
    const code = this.#find(p2, isAtMasterFile);
    if (p1 !== 0x00) return answer(statusWord.wrongP1P2);
    if (!code) return answer(statusWord.referencedDataNotFound);
    if (data.length !== 0 && data.length !== blockLength) return answer(statusWord.wrongLength);
    if (data.length === 0 && this.#quirks.emptyVerify === 'tells-tries-left') return answer(this.#codes.tellTries(code));
    const sw = await this.#codes.present(code, data); // without data it is a wrong try, as on some real cards
    if (code === 'pin') this.#isPinVerified = sw === statusWord.ok;
    return answer(sw);
  }

  /** P1 00: old code and new code; 01: new code alone, for an authenticated issuer. */
  async changeReferenceData({ p1, p2, data }: ReceivedCommand, isAtMasterFile: boolean, isIssuer: boolean): Promise<CardAnswer> {
    const code = this.#find(p2, isAtMasterFile);
    if (p1 === 0x01) return isIssuer ? this.#set(code, data) : answer(statusWord.securityStatusNotSatisfied);
    if (p1 !== 0x00) return answer(statusWord.wrongP1P2);
    if (!code) return answer(statusWord.referencedDataNotFound);
    if (data.length !== 2 * blockLength) return answer(statusWord.wrongLength);
    const sw = await this.#codes.present(code, data.subarray(0, blockLength));
    if (code === 'pin' && sw !== statusWord.ok) this.#isPinVerified = false;
    return answer(sw === statusWord.ok ? await this.#codes.replace(code, data.subarray(blockLength)) : sw);
  }

  async #set(code: Code | undefined, data: Uint8Array): Promise<CardAnswer> {
    if (!code) return answer(statusWord.referencedDataNotFound);
    return data.length === blockLength ? answer(await this.#codes.replace(code, data)) : answer(statusWord.wrongLength);
  }

  /** P1 00: PUK and new PIN; 01: PUK alone, which only gives the tries back. */
  async resetRetryCounter({ p1, p2, data }: ReceivedCommand, isAtMasterFile: boolean): Promise<CardAnswer> {
    if (p1 === 0x02 || p1 === 0x03) return answer(statusWord.securityStatusNotSatisfied);
    if (p1 !== 0x00 && p1 !== 0x01) return answer(statusWord.wrongP1P2);
    if (this.#find(p2, isAtMasterFile) !== 'pin') return answer(statusWord.referencedDataNotFound);
    if (data.length !== (p1 === 0x00 ? 2 : 1) * blockLength) return answer(statusWord.wrongLength);
    const sw = await this.#codes.present('puk', data.subarray(0, blockLength));
    if (sw !== statusWord.ok) return answer(sw);
    return answer(await (p1 === 0x00 ? this.#codes.replace('pin', data.subarray(blockLength)) : this.#codes.unblock('pin')));
  }

  #find(reference: number, isAtMasterFile: boolean): Code | undefined {
    return this.#quirks.knowsCodesFromMfOnly && !isAtMasterFile ? undefined : findCode(reference, this.#references, isAtMasterFile);
  }
}
