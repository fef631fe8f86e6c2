// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CardConnection, CardSession, cnsClassicProfile, openNetworkReader, proofStatement, proveActivation, readCard, SecretBytes, writeTransportCodes } from '@sportello/card-io';
import { connectDirectly, type VirtualCardContents } from '@sportello/card-io/simulator';
import { createHash, randomUUID } from 'node:crypto';
import { classicCard, factoryCodes, idCarta } from './bench-cards';
import type { CardHost } from './card-host';
import { between } from './paced-card';

const newCodes = { pin: '83150', puk: '60418273' } as const;
const DEADLINE_MS = 5_000;

/** The commands of a whole activation by transport codes, as bytes; taken down from one on a card that loses no time. */
export async function commandsOfActivation(contents: VirtualCardContents): Promise<readonly Uint8Array[]> {
  const taken: Uint8Array[] = [];
  const direct = connectDirectly(classicCard(contents));
  const listening: CardConnection = {
    atr: direct.atr,
    transmit: (command, deadlineMs) => {
      taken.push(Uint8Array.from(command));
      return direct.transmit(command, deadlineMs);
    },
    disconnect: () => direct.disconnect(),
  };
  const session = new CardSession(listening);
  const codes = { newPin: SecretBytes.fromAscii(newCodes.pin), newPuk: SecretBytes.fromAscii(newCodes.puk), transportPuk: SecretBytes.fromAscii(factoryCodes.puk) };
  await readCard(session);
  const written = await writeTransportCodes(session, { ...codes, hasAttemptedPuk: false, onBeforePukAttempt: () => Promise.resolve(), onPukAnswered: () => Promise.resolve() });
  const digest = createHash('sha256').update(proofStatement({ idCarta, caseId: randomUUID(), sheet: '000419', nonce: new Uint8Array(32) })).digest();
  const proof = await proveActivation(session, { newPin: codes.newPin, digest, profile: cnsClassicProfile });
  if (written.kind !== 'written' || proof.kind !== 'proved') throw new Error('the commands could not be taken down');
  return taken;
}

/** What the wire to the card costs whoever sends the commands, for each command, when nothing is done with the answers; milliseconds over the card's own time. A slot has one reader: no station may hold it. */
export async function wirePerCommand(host: CardHost, commands: readonly Uint8Array[]): Promise<number> {
  const reader = openNetworkReader({ host: '127.0.0.1', port: host.port });
  try {
    const before = await host.toll();
    await host.insert();
    for await (const event of reader.events()) if (event.kind === 'inserted') break;
    const connected = await reader.connect();
    if (connected.kind !== 'connected') throw new Error(`the bare talk found no card: ${connected.kind}`);
    const begun = performance.now();
    for (const command of commands) {
      const answer = await connected.connection.transmit(command, DEADLINE_MS);
      if (answer.kind !== 'answered') throw new Error(`the bare talk broke off: ${answer.kind}`);
    }
    const milliseconds = performance.now() - begun;
    const card = between(before, await host.toll());
    return (milliseconds - card.milliseconds) / card.apdus;
  } finally {
    await reader.close();
    await host.pull();
  }
}
