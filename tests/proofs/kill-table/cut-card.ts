// SPDX-License-Identifier: AGPL-3.0-or-later
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { VirtualCard, VirtualCardState } from '@sportello/card-io/simulator';
import type { CardCut } from './cut';

/** What is to happen at one command of this card. */
export interface Moment {
  readonly command: number;
  readonly what: CardCut | 'world';
  /** Pulls the card, or cuts the world around it. Once. */
  readonly act: () => void | Promise<void>;
}

/** As the product names its commands to a card: for the table. */
const NAMES: Readonly<Record<number, string>> = {
  0xa4: 'SELECT',
  0xb0: 'READ BINARY',
  0x84: 'GET CHALLENGE',
  0x82: 'EXTERNAL AUTHENTICATE',
  0x24: 'CHANGE REFERENCE DATA',
  0x2c: 'RESET RETRY COUNTER',
  0x20: 'VERIFY',
  0x22: 'MANAGE SECURITY ENVIRONMENT',
  0x2a: 'PSO',
};

/** Goes nowhere: the connection is gone. */
const UNHEARD = Uint8Array.of(0x6f, 0x00);

const CODE_COMMANDS: ReadonlySet<number> = new Set([0x20, 0x24, 0x2c]);

/** A chip in a hand that may do anything at one command; it also counts what its tries were spent on. */
export class CutCard implements VirtualCard {
  readonly #chip: VirtualCard;
  readonly #moment: Moment | null;
  #commands = 0;
  #isOver = false;
  /** Set while the card is on its way out: nothing more reaches the chip. */
  #leaving: Promise<void> | undefined;
  /** The command at which it happened. */
  cutAt: string | null = null;
  /** Answers that said "wrong code" (63Cx), or that there is no try left (6983). */
  triesBurnt = 0;
  /** Answers that refused the issuer. */
  issuerTriesBurnt = 0;

  constructor(chip: VirtualCard, moment: Moment | null) {
    this.#chip = chip;
    this.#moment = moment;
  }

  get atr(): Uint8Array {
    return this.#chip.atr;
  }

  get state(): VirtualCardState {
    return this.#chip.state;
  }

  get commands(): number {
    return this.#commands;
  }

  reset(): void {
    this.#chip.reset();
  }

  async process(command: Uint8Array): Promise<Uint8Array> {
    if (this.#leaving) {
      await this.#leaving;
      return UNHEARD;
    }
    this.#commands += 1;
    const moment = this.#moment;
    if (this.#isOver || moment === null || this.#commands !== moment.command) return this.#execute(command);
    this.#isOver = true;
    this.cutAt = NAMES[command[1] ?? 0] ?? 'another';
    return this.#cut(command, moment);
  }

  async #cut(command: Uint8Array, { what, act }: Moment): Promise<Uint8Array> {
    switch (what) {
      case 'pulled-before':
        await act();
        return UNHEARD;
      case 'mute':
        await act();
        return new Promise(() => undefined);
      case 'answered-and-gone': {
        const answer = await this.#execute(command);
        this.#leaving = nextTurn()
          .then(() => nextTurn())
          .then(act)
          .finally(() => (this.#leaving = undefined));
        return answer;
      }
      case 'executed-unheard':
      case 'world': {
        const answer = await this.#execute(command);
        await act();
        return answer;
      }
    }
  }

  async #execute(command: Uint8Array): Promise<Uint8Array> {
    const instruction = command[1] ?? 0;
    const answer = await this.#chip.process(command);
    const sw = ((answer.at(-2) ?? 0) << 8) | (answer.at(-1) ?? 0);
    if (CODE_COMMANDS.has(instruction) && ((sw & 0xff00) === 0x6300 || sw === 0x6983)) this.triesBurnt += 1;
    if (instruction === 0x82 && sw !== 0x9000) this.issuerTriesBurnt += 1;
    return answer;
  }
}
