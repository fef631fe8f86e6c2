// SPDX-License-Identifier: AGPL-3.0-or-later
/** The station's side of PC/SC, one step at a time, as a process inside the namespace. pcsc-client.ts starts it and speaks to it. */
import { createHash } from 'node:crypto';
import {
  CardSession,
  cnsClassicProfile,
  fromHex,
  proveActivation,
  readIdCarta,
  readPublicFiles,
  SecretBytes,
  toHex,
  writeTransportCodes,
  type CardConnection,
  type CardReader,
  type PukAttempt,
  type ReaderEvent,
} from '@sportello/card-io';
import { listPcscReaders, loadPcscBinding, openPcscReader, type PcscBinding, type PcscBindingName } from '@sportello/card-io/pcsc';
import { jsonLines } from './json-lines';
import { sampleCodes } from './sample-holder';
import type { ClientStep } from './pcsc-client';

/** No card here takes as long, on a computer that is as busy as can be. */
const muteAfterMs = 5_000;

/** What the process is in the middle of. */
class ReaderProcess {
  readonly #reader: CardReader;
  readonly #events: AsyncIterator<ReaderEvent>;
  readonly #pukAttempts: PukAttempt[] = [];
  readonly #binding: PcscBinding;
  #connection: CardConnection | undefined;
  #session: CardSession | undefined;

  constructor(binding: PcscBinding, reader: CardReader) {
    this.#binding = binding;
    this.#reader = reader;
    this.#events = reader.events();
  }

  async take(step: ClientStep): Promise<unknown> {
    const session = this.#session;
    if (step === 'next-event') return (await this.#events.next()).value;
    if (step === 'list') return listPcscReaders(this.#binding);
    if (step === 'connect') return this.#connect();
    if (!session || !this.#connection) throw new Error('connect first');
    if (step.startsWith('transmit ')) return this.#transmit(this.#connection, step.slice('transmit '.length));
    switch (step) {
      case 'read-id':
        return readIdCarta(session, cnsClassicProfile);
      case 'recognise': {
        const files = await readPublicFiles(session, cnsClassicProfile);
        return files.kind === 'read' ? { ...files, personalData: base64(files.personalData), certificateDer: base64(files.certificateDer) } : files;
      }
      case 'write':
        return this.#write(session);
      case 'prove':
        return this.#prove(session);
      case 'disconnect':
        await session.close();
        return { kind: 'disconnected', exchanges: session.exchanges };
      default:
        throw new Error('no such step');
    }
  }

  async #connect(): Promise<unknown> {
    const connected = await this.#reader.connect();
    if (connected.kind !== 'connected') return connected;
    this.#connection = connected.connection;
    this.#session = new CardSession(connected.connection, { deadlineMs: muteAfterMs });
    return { kind: 'connected' };
  }

  async #transmit(connection: CardConnection, command: string): Promise<unknown> {
    const answer = await connection.transmit(fromHex(command), muteAfterMs);
    return answer.kind === 'answered' ? { kind: 'answered', bytes: toHex(answer.bytes) } : answer;
  }

  #write(session: CardSession): Promise<unknown> {
    return writeTransportCodes(session, {
      transportPuk: SecretBytes.fromAscii(sampleCodes.transportPuk),
      newPin: SecretBytes.fromAscii(sampleCodes.newPin),
      newPuk: SecretBytes.fromAscii(sampleCodes.newPuk),
      hasAttemptedPuk: this.#pukAttempts.length > 0,
      onBeforePukAttempt: (attempt) => {
        this.#pukAttempts.push(attempt);
        return Promise.resolve();
      },
      onPukAnswered: () => Promise.resolve(),
    });
  }

  async #prove(session: CardSession): Promise<unknown> {
    const digest = Uint8Array.from(createHash('sha256').update('the statement').digest());
    const proof = await proveActivation(session, { newPin: SecretBytes.fromAscii(sampleCodes.newPin), digest });
    return proof.kind === 'proved' ? { ...proof, signature: base64(proof.signature) } : proof;
  }
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const main = async ([name, readerName]: readonly string[]): Promise<void> => {
  const wire = jsonLines(process.stdin, process.stdout);
  const loaded = loadPcscBinding(name as PcscBindingName);
  if (loaded.kind === 'not-built') throw new Error(loaded.remedy);
  const { binding } = loaded;
  const reader = new ReaderProcess(binding, openPcscReader({ binding, ...(readerName ? { readerName } : {}) }));
  for (let step = await wire.next(); step !== undefined; step = await wire.next()) wire.send(await reader.take(step as ClientStep));
  process.exit();
};

void main(process.argv.slice(2));
