// SPDX-License-Identifier: AGPL-3.0-or-later
import { timingSafeEqual } from 'node:crypto';
import { statusWord } from '../apdu/status-word';

/** What a card keeps without power. Serialisable as JSON. Codes are ASCII digits. */
export interface VirtualCardState {
  readonly pin: string;
  readonly puk: string;
  readonly pinTriesLeft: number;
  readonly pukTriesLeft: number;
  /** How many wrong authentications of an issuer the card still bears; they never come back. */
  readonly issuerTriesLeft: number;
}

export type Code = 'pin' | 'puk';

const fullTries = { pin: 3, puk: 10, issuer: 5 } as const;
/** 63Cx: wrong, x tries left. */
const wrongCode = 0x63c0;
const counterOf = { pin: 'pinTriesLeft', puk: 'pukTriesLeft' } as const;

/** The state of a card as it leaves the manufacturer: its codes, and all tries. */
export function freshCodes({ pin, puk }: { readonly pin: string; readonly puk: string }, pukTries: number = fullTries.puk): VirtualCardState {
  return { pin, puk, pinTriesLeft: fullTries.pin, pukTriesLeft: pukTries, issuerTriesLeft: fullTries.issuer };
}

/** PIN, PUK and their counters, in a memory that outlives the power. Answers are status words. */
export class CodeStore {
  readonly #fullTries: Readonly<Record<Code, number>>;
  #state: VirtualCardState;
  readonly #persist: (state: VirtualCardState) => void | Promise<void>;

  constructor(state: VirtualCardState, persist: (state: VirtualCardState) => void | Promise<void>, pukTries: number = fullTries.puk) {
    this.#state = state;
    this.#persist = persist;
    this.#fullTries = { pin: fullTries.pin, puk: pukTries };
  }

  get state(): VirtualCardState {
    return this.#state;
  }

  /** Compares. The try is spent, durably, before the comparison: pulling the card does not save it. */
  async present(code: Code, block: Uint8Array): Promise<number> {
    const left = this.#state[counterOf[code]];
    if (left === 0) return statusWord.blocked;
    const spent = await this.#write({ [counterOf[code]]: left - 1 });
    if (spent !== statusWord.ok) return spent;
    const expected = blockOf(this.#state[code]);
    const isRight = block.length === expected.length && timingSafeEqual(block, expected);
    return isRight ? this.unblock(code) : wrongCode | (left - 1);
  }

  /** How many tries are left, without one being spent. */
  tellTries(code: Code): number {
    const left = this.#state[counterOf[code]];
    return left === 0 ? statusWord.blocked : wrongCode | left;
  }

  /** Sets the code and its counter at once. */
  async replace(code: Code, block: Uint8Array): Promise<number> {
    const digits = /^(\d{5,8})\xff*$/.exec(Buffer.from(block).toString('latin1'))?.[1];
    return digits === undefined ? statusWord.wrongData : this.#write({ [code]: digits, [counterOf[code]]: this.#fullTries[code] });
  }

  /** Counts a wrong authentication of an issuer. */
  async refuseIssuer(): Promise<number> {
    const left = this.#state.issuerTriesLeft - 1;
    const spent = await this.#write({ issuerTriesLeft: left });
    return spent === statusWord.ok ? wrongCode | left : spent;
  }

  /** Gives all tries back. */
  unblock(code: Code): Promise<number> {
    return this.#write({ [counterOf[code]]: this.#fullTries[code] });
  }

  async #write(change: Partial<VirtualCardState>): Promise<number> {
    const next = { ...this.#state, ...change };
    try {
      await this.#persist(next);
    } catch {
      return statusWord.memoryFailure; // what a chip says whose memory cannot be written; the state stays as it was
    }
    this.#state = next;
    return statusWord.ok;
  }
}

function blockOf(digits: string): Uint8Array {
  return Uint8Array.from(Buffer.from(digits.padEnd(8, '\xff'), 'latin1'));
}
