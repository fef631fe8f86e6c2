// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
import { fromHex } from '../bytes/hex';
import { answer, answerBytes, done } from './card-answer';
import { cnsFiles } from './cns-files';
import { CodeCommands } from './code-commands';
import { CodeStore } from './code-store';
import { CommandChain } from './command-chain';
import { FileSystem } from './file-system';
import { IssuerAuthentication } from './issuer-authentication';
import { receiveCommand } from './received-command';
import { SecurityEnvironment } from './security-environment';
import type { CardAnswer } from './card-answer';
import type { VirtualCardContents } from './cns-files';
import type { VirtualCardState } from './code-store';
import type { ReceivedCommand } from './received-command';

export interface VirtualCardOptions {
  readonly contents: VirtualCardContents;
  readonly state: VirtualCardState;
  /** The key (16 bytes) by which the card knows its issuer; default: none. */
  readonly issuerKey?: Uint8Array;
  /** Default: the contact ATR of an ST 2021. */
  readonly atr?: Uint8Array;
  /** Called with each new state before a code is compared and before the answer leaves; when it fails the card answers 6581. */
  readonly persist?: (state: VirtualCardState) => void | Promise<void>;
}

/** A CNS card of the classic profile, in software. It fails closed: what it does not know it refuses. */
export interface VirtualCard {
  readonly atr: Uint8Array;
  readonly state: VirtualCardState;
  /** One command APDU in, data and status word out, one at a time. Never throws on what it receives. */
  process(command: Uint8Array): Promise<Uint8Array>;
  /** Power lost or reset: current file, verified codes and security environment are forgotten. */
  reset(): void;
}

export function createVirtualCard(options: VirtualCardOptions): VirtualCard {
  return new CnsCard(options);
}

const st2021Atr = '3BFF1800FF8131FE55006B02091617011101434E531131808D';

class CnsCard implements VirtualCard {
  readonly atr: Uint8Array;
  readonly #codes: CodeStore;
  readonly #files: FileSystem;
  readonly #codeCommands: CodeCommands;
  readonly #security: SecurityEnvironment;
  readonly #issuer: IssuerAuthentication;
  readonly #chain = new CommandChain();
  /** What GET RESPONSE would bring: the last answer that was not asked for. */
  #waiting: Uint8Array = new Uint8Array();

  constructor({ contents, state, issuerKey, atr, persist }: VirtualCardOptions) {
    this.atr = atr ?? fromHex(st2021Atr);
    this.#codes = new CodeStore(state, persist ?? (() => undefined));
    this.#files = new FileSystem(cnsFiles(contents));
    this.#issuer = new IssuerAuthentication(issuerKey, this.#codes);
    this.#codeCommands = new CodeCommands(this.#codes);
    this.#security = new SecurityEnvironment(contents.privateKeyDer);
  }

  get state(): VirtualCardState {
    return this.#codes.state;
  }

  async process(bytes: Uint8Array): Promise<Uint8Array> {
    const received = receiveCommand(bytes);
    if (!received) return answerBytes(answer(statusWord.wrongLength));
    const chained = this.#chain.take(received);
    switch (chained.kind) {
      case 'unknown-class':
        return answerBytes(answer(statusWord.claNotSupported));
      case 'broken':
        return answerBytes(answer(statusWord.brokenChain));
      case 'more':
        return answerBytes(done());
      case 'whole':
        return answerBytes(this.#offer(chained.command, await this.#execute(chained.command)));
    }
  }

  reset(): void {
    this.#files.reset();
    this.#codeCommands.reset();
    this.#security.reset();
    this.#issuer.reset();
    this.#chain.reset();
    this.#waiting = new Uint8Array();
  }

  async #execute(command: ReceivedCommand): Promise<CardAnswer> {
    switch (command.ins) {
      case 0xa4:
        return this.#files.select(command);
      case 0xb0:
        return this.#files.readBinary(command);
      case 0x20:
        return this.#codeCommands.verify(command);
      case 0x24:
        return this.#codeCommands.changeReferenceData(command, this.#issuer.isAuthenticated);
      case 0x82:
        return this.#issuer.externalAuthenticate(command);
      case 0x2c:
        return this.#codeCommands.resetRetryCounter(command);
      case 0x22:
        return this.#security.manage(command);
      case 0x2a:
        return this.#security.perform(command, this.#codeCommands.isPinVerified);
      case 0x84:
        return this.#issuer.getChallenge(command);
      case 0xc0:
        return this.#waiting.length > 0 ? done(this.#waiting) : answer(statusWord.conditionsNotSatisfied);
      default:
        return answer(statusWord.insNotSupported);
    }
  }

  /** Data that the command left no room for waits for GET RESPONSE (61xx). */
  #offer({ ne }: ReceivedCommand, reply: CardAnswer): CardAnswer {
    const room = ne === undefined ? 0 : ne === 'all' ? 256 : ne;
    this.#waiting = new Uint8Array();
    if (reply.data.length <= room) return reply;
    this.#waiting = reply.data.slice(room);
    return { sw: 0x6100 | Math.min(this.#waiting.length, 0x100) % 0x100, data: reply.data.subarray(0, room) };
  }
}
