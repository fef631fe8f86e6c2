// SPDX-License-Identifier: AGPL-3.0-or-later
import { statusWord } from '../apdu/status-word';
import { fromHex } from '../bytes/hex';
import { answer, answerBytes, done } from './card-answer';
import { cardModel, lenientModel } from './card-model';
import { cnsFiles } from './cns-files';
import { CodeCommands } from './code-commands';
import { CodeStore } from './code-store';
import { CommandChain } from './command-chain';
import { FileSystem } from './file-system';
import { IssuerAuthentication } from './issuer-authentication';
import { receiveCommand } from './received-command';
import { SecurityEnvironment } from './security-environment';
import type { CardAnswer } from './card-answer';
import type { CardModelName } from './card-model';
import type { CardQuirks } from './card-quirks';
import type { CardLayout, VirtualCardContents } from './cns-files';
import type { VirtualCardState } from './code-store';
import type { ReceivedCommand } from './received-command';

export interface VirtualCardOptions {
  readonly contents: VirtualCardContents;
  readonly state: VirtualCardState;
  /** The key (16 bytes) by which the card knows its issuer; default: none. */
  readonly issuerKey?: Uint8Array;
  /** What kind of card; default: an ST 2021 that takes its codes under any of their names. */
  readonly type?: CardModelName;
  /** Default: the type's own, or the contact ATR of an ST 2021. */
  readonly atr?: Uint8Array;
  /** Where the certificate lies; default: as the type has it. */
  readonly layout?: CardLayout;
  readonly quirks?: CardQuirks;
  /** Called with each new state before a code is compared and before the answer leaves; when it fails the card answers 6581. */
  readonly persist?: (state: VirtualCardState) => void | Promise<void>;
}

/** A CNS card in software. It fails closed: what it does not know it refuses. */
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

class CnsCard implements VirtualCard {
  readonly atr: Uint8Array;
  readonly #codes: CodeStore;
  readonly #files: FileSystem;
  readonly #codeCommands: CodeCommands;
  readonly #security: SecurityEnvironment;
  readonly #issuer: IssuerAuthentication;
  readonly #quirks: CardQuirks;
  readonly #chain = new CommandChain();
  /** What GET RESPONSE would bring: the last answer that was not asked for. */
  #waiting: Uint8Array = new Uint8Array();

  constructor({ contents, state, issuerKey, persist, type, atr, layout, quirks = {} }: VirtualCardOptions) {
    const model = type === undefined ? lenientModel : cardModel(type);
    this.#quirks = quirks;
    this.atr = atr ?? fromHex(model.atr);
    this.#codes = new CodeStore(state, persist ?? (() => undefined), quirks.pukTries);
    this.#files = new FileSystem(cnsFiles(contents, layout ?? model.layout, quirks), quirks);
    this.#issuer = new IssuerAuthentication(issuerKey, this.#codes);
    this.#codeCommands = new CodeCommands(this.#codes, model.references, quirks);
    this.#security = new SecurityEnvironment(contents.privateKeyDer, model.key, quirks);
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
    const { isAtMasterFile } = this.#files;
    switch (command.ins) {
      case 0xa4:
        return this.#forgettingAt('select', this.#files.select(command));
      case 0xb0:
        return this.#files.readBinary(command);
      case 0x20:
        return this.#codeCommands.verify(command, isAtMasterFile);
      case 0x24:
        return this.#forgettingAt('change', await this.#codeCommands.changeReferenceData(command, isAtMasterFile, this.#issuer.isAuthenticated));
      case 0x82:
        return this.#issuer.externalAuthenticate(command, isAtMasterFile || !this.#quirks.knowsCodesFromMfOnly);
      case 0x2c:
        return this.#codeCommands.resetRetryCounter(command, isAtMasterFile);
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

  #forgettingAt(occasion: 'select' | 'change', reply: CardAnswer): CardAnswer {
    if (this.#quirks.forgetsStatusAt?.includes(occasion)) {
      this.#codeCommands.reset();
      this.#issuer.forget();
    }
    return reply;
  }

  /** Data that the command left no room for waits for GET RESPONSE (61xx). */
  #offer({ ins, ne }: ReceivedCommand, reply: CardAnswer): CardAnswer {
    const keepsWaiting = this.#quirks.keepsAnswersWaiting === true && ins !== 0xc0;
    const room = keepsWaiting || ne === undefined ? 0 : ne === 'all' ? 256 : ne;
    this.#waiting = new Uint8Array();
    if (reply.data.length <= room) return reply;
    this.#waiting = reply.data.slice(room);
    return { sw: 0x6100 | Math.min(this.#waiting.length, 0x100) % 0x100, data: reply.data.subarray(0, room) };
  }
}
