// SPDX-License-Identifier: AGPL-3.0-or-later
/** A virtual card and the hand that holds it, as a process inside the namespace. virtual-slot.ts starts it and speaks to it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createVirtualCard, freshCodes, issueCardCertificate, issueDemoCa, plugIntoVpcd, type VirtualCard, type VpcdPlug } from '@sportello/card-io/simulator';
import { jsonLines } from './json-lines';
import { sampleCodes, sampleHolder } from './sample-holder';
import type { Answer, Request } from './virtual-slot';

const validity = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2036-01-01T00:00:00Z') };

const main = async ([port]: readonly string[]): Promise<void> => {
  const wire = jsonLines(process.stdin, process.stdout);
  const answer = (message: Answer): void => wire.send(message);
  const ca = await issueDemoCa({ commonName: 'Demo CA', ...validity });
  const issued = await issueCardCertificate({ ca, ...sampleHolder, ...validity });
  const state = freshCodes({ pin: sampleCodes.transportPin, puk: sampleCodes.transportPuk });
  const card = createVirtualCard({ contents: { ...sampleHolder, ...issued }, state });
  let isMute = false;
  let noteCommand = (): void => undefined;
  const commandUnheard = (): Promise<void> => new Promise((resolve) => (noteCommand = resolve));
  let unheard = Promise.resolve();
  const mutable: VirtualCard = {
    atr: card.atr,
    state: card.state,
    reset: () => card.reset(),
    process: async (command) => {
      const executed = await card.process(command);
      if (!isMute) return executed;
      noteCommand();
      return new Promise(() => undefined);
    },
  };
  answer({ kind: 'issued', certificateDer: base64(issued.certificateDer), caDer: base64(ca.certificateDer) });

  let plug: VpcdPlug | undefined;
  for (let request = (await wire.next()) as Request | undefined; request; request = (await wire.next()) as Request | undefined) {
    if (request === 'mute') unheard = commandUnheard();
    if (request === 'await-command') await unheard;
    else isMute = request === 'mute';
    if (request === 'insert') plug = await plugIn(mutable, Number(port));
    if (request === 'pull') plug?.pull();
    answer({ kind: 'done', state: card.state });
  }
  plug?.pull();
};

/** vpcd listens a moment after pcscd answers. */
const plugIn = async (card: VirtualCard, port: number): Promise<VpcdPlug> => {
  for (let tries = 0; ; tries += 1) {
    try {
      return await plugIntoVpcd(card, { host: '127.0.0.1', port });
    } catch (error) {
      if (tries === 100) throw error;
      await sleep(50);
    }
  }
};

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

void main(process.argv.slice(2));
