// SPDX-License-Identifier: AGPL-3.0-or-later
import { encodeCommand } from '../apdu/command-apdu';
import { chainOf } from '../apdu/command-chain';
import { decodeResponse } from '../apdu/response-apdu';
import { bytesWaiting, rightLe, statusWord } from '../apdu/status-word';
import { concatBytes } from '../bytes/concat';
import { hexByte } from '../bytes/hex';
import type { CommandApdu } from '../apdu/command-apdu';
import type { ResponseApdu } from '../apdu/response-apdu';
import type { CardCommand } from './card-command';
import type { CardConnection } from './card-connection';
import type { CardFault } from './fault';

/** One APDU pair without its contents: what may be logged. */
export interface TranscriptEntry {
  /** The command's name, e.g. `select-path`. */
  readonly command: string;
  /** CLA INS P1 P2 in hex. */
  readonly header: string;
  /** Bytes of command data. */
  readonly sent: number;
  /** Bytes of response data. */
  readonly received: number;
  /** The status word, or the fault's kind. */
  readonly sw: number | CardFault['kind'];
}

export interface SessionOptions {
  readonly transcript?: (entry: TranscriptEntry) => void;
  /** Per APDU; default 10,000. */
  readonly deadlineMs?: number;
}

type Answer = ({ readonly kind: 'response' } & ResponseApdu) | CardFault;

/** A card that keeps saying "more waits" is not followed for ever; the last 61xx is then the answer, and no command takes it for success. */
const maxGetResponses = 32;

/**
 * The talk with one card over one exclusive connection. Commands wait for their turn. After the first fault the session is over: what was
 * read or verified in it holds for that one connection only.
 */
export class CardSession {
  readonly #connection: CardConnection;
  readonly #options: SessionOptions;
  #queue: Promise<unknown> = Promise.resolve();
  #isOpen = true;
  #exchanges = 0;

  constructor(connection: CardConnection, options: SessionOptions = {}) {
    this.#connection = connection;
    this.#options = options;
  }

  /** As the card answered its reset. */
  get atr(): Uint8Array {
    return this.#connection.atr;
  }

  /** APDUs sent so far. */
  get exchanges(): number {
    return this.#exchanges;
  }

  /** False after the first fault, or close(). */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Sends a command and reads its answer; faults are returned. */
  run<Outcome extends { readonly kind: string }>(command: CardCommand<Outcome>): Promise<Outcome | CardFault> {
    return this.#inTurn(() => this.#perform(command));
  }

  /** Resets the card and ends the session, after the commands that are waiting. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      this.#isOpen = false;
      await this.#connection.disconnect();
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined); // whoever asked sees the error; the next in the queue goes on
    return turn;
  }

  async #perform<Outcome extends { readonly kind: string }>(command: CardCommand<Outcome>): Promise<Outcome | CardFault> {
    try {
      let answer = await this.#exchangeChain(command);
      const le = answer.kind === 'response' ? rightLe(answer.sw) : undefined;
      if (le !== undefined && !command.holdsCode && chainOf(command.apdu).length === 1) answer = await this.#exchange(command, { ...command.apdu, le });
      answer = await this.#collect(command, answer);
      return answer.kind === 'response' ? command.parse(answer) : answer;
    } finally {
      if (command.holdsCode) command.apdu.data?.fill(0);
    }
  }

  /** A link that the card does not take ends the chain. */
  async #exchangeChain(command: Pick<CardCommand<never>, 'name' | 'apdu'>): Promise<Answer> {
    const links = chainOf(command.apdu);
    for (const link of links.slice(0, -1)) {
      const answer = await this.#exchange(command, link);
      if (answer.kind !== 'response' || answer.sw !== statusWord.ok) return answer;
    }
    return this.#exchange(command, links.at(-1) ?? command.apdu);
  }

  /** GET RESPONSE (ISO 7816-4 §7.6.1) until the card has nothing left to give. */
  async #collect(command: { readonly name: string }, first: Answer): Promise<Answer> {
    let answer = first;
    for (let round = 0; round < maxGetResponses && answer.kind === 'response'; round += 1) {
      const le = bytesWaiting(answer.sw);
      if (le === undefined) break;
      const next = await this.#exchange(command, { cla: 0x00, ins: 0xc0, p1: 0x00, p2: 0x00, le });
      answer = next.kind === 'response' ? { ...next, data: concatBytes(answer.data, next.data) } : next;
    }
    return answer;
  }

  async #exchange({ name }: { readonly name: string }, apdu: CommandApdu): Promise<Answer> {
    const answer = this.#isOpen ? await this.#transmit(apdu) : ({ kind: 'session-over' } as const);
    this.#options.transcript?.({
      command: name,
      header: [apdu.cla, apdu.ins, apdu.p1, apdu.p2].map(hexByte).join(' '),
      sent: apdu.data?.length ?? 0,
      received: answer.kind === 'response' ? answer.data.length : 0,
      sw: answer.kind === 'response' ? answer.sw : answer.kind,
    });
    if (answer.kind !== 'response') this.#isOpen = false;
    return answer;
  }

  async #transmit(apdu: CommandApdu): Promise<Answer> {
    const bytes = encodeCommand(apdu);
    this.#exchanges += 1;
    try {
      const answer = await this.#connection.transmit(bytes, this.#options.deadlineMs ?? 10_000);
      if (answer.kind !== 'answered') return answer;
      const response = decodeResponse(answer.bytes);
      return response ? { kind: 'response', ...response } : { kind: 'outcome-unknown', because: 'answer-too-short' };
    } finally {
      bytes.fill(0); // it may hold a code
    }
  }
}
