// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  CardSession,
  cnsClassicProfile,
  isCardFault,
  openNetworkReader,
  proveActivation,
  readPublicFiles,
  SecretBytes,
  writeTransportCodes,
  type CardReader,
} from '@sportello/card-io';
import { createVirtualCard, freshCodes, issueCardCertificate, issueDemoCa, serveCardEndpoint, type CardTiming, type VirtualCard } from '@sportello/card-io/simulator';
import { existingDate } from '@sportello/domain';
import { randomBytes, randomInt } from 'node:crypto';
import { personalDataOf } from '../chips/personal-data';
import { makeDeck } from '../deck/make-deck';
import { CardSlot } from './card-slot';
import { INSTANT_TIMING } from './chip-timing';
import { foreignCard } from './foreign-card';
import { TEAR_POINTS } from './tear-points';

const [maria] = makeDeck(existingDate(2026, 11, 23), randomInt).cards;
if (maria === undefined) throw new Error('no deck');
const issued = issueDemoCa({ commonName: 'Test', notBefore: new Date('2015-01-01'), notAfter: new Date('2045-01-01') }).then((ca) =>
  issueCardCertificate({ ca, ...maria, personalData: personalDataOf(maria), notBefore: new Date('2024-01-01'), notAfter: new Date('2040-01-01') }),
);

const newChip = async (): Promise<VirtualCard> =>
  createVirtualCard({
    contents: { idCarta: maria.idCarta, personalData: personalDataOf(maria), ...(await issued) },
    state: freshCodes(maria.transport),
  });

const secret = (digits: string): SecretBytes => SecretBytes.fromAscii(digits);

const withSlot = async (timing: CardTiming, act: (slot: CardSlot, reader: CardReader) => Promise<void>): Promise<void> => {
  const endpoint = await serveCardEndpoint();
  const slot = new CardSlot({ contacts: endpoint, timing, now: () => new Date(), onChange: () => undefined });
  const reader = openNetworkReader({ host: '127.0.0.1', port: endpoint.port });
  try {
    await act(slot, reader);
  } finally {
    await reader.close();
    await slot.close();
  }
};

const eventually = async (reader: CardReader, kind: string): Promise<void> => {
  for await (const event of reader.events()) if (event.kind === kind) return;
};

const connected = async (reader: CardReader): Promise<CardSession> => {
  const card = await reader.connect();
  if (isCardFault(card)) throw new Error(card.kind);
  return new CardSession(card.connection);
};

const activate = async (session: CardSession) => {
  const written = await writeTransportCodes(session, {
    transportPuk: secret(maria.transport.puk),
    newPin: secret('40718'),
    newPuk: secret('58302946'),
    hasAttemptedPuk: false,
    onBeforePukAttempt: () => Promise.resolve(),
    onPukAnswered: () => Promise.resolve(),
  });
  if (written.kind !== 'written') return written;
  return proveActivation(session, { newPin: secret('40718'), digest: randomBytes(32) });
};

describe('the reader on the counter', () => {
  it('shows the station a card from its insertion to its removal', () =>
    withSlot(INSTANT_TIMING, async (slot, reader) => {
      slot.insert(maria.id, await newChip());
      await eventually(reader, 'inserted');
      const files = await readPublicFiles(await connected(reader), cnsClassicProfile);
      expect(files).toMatchObject({ kind: 'read', idCarta: maria.idCarta });
      slot.pull();
      await eventually(reader, 'removed');
      expect(slot.stay).toBeUndefined();
    }));

  it('takes one card at a time', () =>
    withSlot(INSTANT_TIMING, async (slot) => {
      expect(slot.insert('first', await newChip())).toEqual({ kind: 'inserted' });
      expect(slot.insert('second', await newChip())).toEqual({ kind: 'slot-taken', cardId: 'first' });
    }));

  it('counts the commands that the chip executed in one stay, and in all', () =>
    withSlot(INSTANT_TIMING, async (slot, reader) => {
      const chip = await newChip();
      slot.insert(maria.id, chip);
      await eventually(reader, 'inserted');
      const session = await connected(reader);
      await readPublicFiles(session, cnsClassicProfile);
      await activate(session);
      expect(slot.stay?.apdus).toBe(session.exchanges);
      slot.pull();
      slot.insert(maria.id, chip);
      expect(slot.stay?.apdus).toBe(0);
      expect(slot.apdusOf(maria.id)).toBe(session.exchanges);
    }));

  it('tells reading from writing, and rest from both', () =>
    withSlot(INSTANT_TIMING, async (slot, reader) => {
      slot.insert(maria.id, await newChip());
      await eventually(reader, 'inserted');
      const session = await connected(reader);
      expect(slot.stay?.work).toBe('idle');
      await readPublicFiles(session, cnsClassicProfile);
      expect(slot.stay?.work).toBe('reading');
      await activate(session);
      expect(slot.stay?.work).toBe('writing');
      await new Promise((resolve) => setTimeout(resolve, 1400));
      expect(slot.stay?.work).toBe('idle');
    }));

  it('lets a patient hand wait until the chip is left in peace', () =>
    withSlot(INSTANT_TIMING, async (slot, reader) => {
      slot.insert(maria.id, await newChip());
      await eventually(reader, 'inserted');
      const session = await connected(reader);
      await readPublicFiles(session, cnsClassicProfile);
      slot.pullWhenIdle();
      expect(slot.stay).toMatchObject({ isPullPending: true });
      expect(await activate(session)).toMatchObject({ kind: 'proved' });
      await eventually(reader, 'removed');
    }));

  it('shows a card of another kind as one that is no CNS', () =>
    withSlot(INSTANT_TIMING, async (slot, reader) => {
      slot.insert('soci-card', foreignCard());
      await eventually(reader, 'inserted');
      expect(await readPublicFiles(await connected(reader), cnsClassicProfile)).toMatchObject({ kind: 'unreadable', because: 'not-found' });
    }));
});

describe('a prepared tear', () => {
  it.each(TEAR_POINTS)('pulls the card once, when the chip has executed the command and before it answers: %s', (point) =>
    withSlot(INSTANT_TIMING, async (slot, reader) => {
      const chip = await newChip();
      slot.insert(maria.id, chip);
      await eventually(reader, 'inserted');
      slot.prepareTear(point);
      const session = await connected(reader);
      const files = await readPublicFiles(session, cnsClassicProfile);
      const outcome = isCardFault(files) ? files : await activate(session);
      expect(outcome.kind).not.toBe('proved');
      expect(slot.stay).toBeUndefined();
      expect(slot.preparedTear).toBeNull();
      expect(chip.state).toMatchObject({
        pin: point === 'reading' ? maria.transport.pin : '40718',
        puk: point === 'new-puk' || point === 'proof' ? '58302946' : maria.transport.puk,
      });
    }),
  );

  it('is over after it happened: the same card then goes through', () =>
    withSlot(INSTANT_TIMING, async (slot, reader) => {
      const chip = await newChip();
      slot.prepareTear('reading');
      slot.insert(maria.id, chip);
      await eventually(reader, 'inserted');
      await readPublicFiles(await connected(reader), cnsClassicProfile);
      await eventually(reader, 'removed');
      slot.insert(maria.id, chip);
      await eventually(reader, 'inserted');
      const session = await connected(reader);
      await readPublicFiles(session, cnsClassicProfile);
      expect(await activate(session)).toMatchObject({ kind: 'proved' });
    }));
});

describe('the pace of a chip', () => {
  it('is that of a real one, and ten times slower when the chip is slow', () =>
    withSlot({ perApduMs: 4, perByteMs: 0, perExtraBlockMs: 0 }, async (slot, reader) => {
      slot.insert(maria.id, await newChip());
      await eventually(reader, 'inserted');
      const session = await connected(reader);
      const timed = async (): Promise<number> => {
        const [started, before] = [performance.now(), session.exchanges];
        await readPublicFiles(session, cnsClassicProfile);
        return (performance.now() - started) / (session.exchanges - before);
      };
      expect(await timed()).toBeGreaterThanOrEqual(3.5);
      slot.slowDown(true);
      expect(await timed()).toBeGreaterThanOrEqual(35);
    }));

  it('leaves no power for a command that was still on its way when the card was pulled', () =>
    withSlot({ perApduMs: 400, perByteMs: 0, perExtraBlockMs: 0 }, async (slot, reader) => {
      const chip = await newChip();
      slot.insert(maria.id, chip);
      await eventually(reader, 'inserted');
      const writing = activate(await connected(reader));
      await new Promise((resolve) => setTimeout(resolve, 50));
      slot.pull();
      expect((await writing).kind).toBe('interrupted');
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect(chip.state.pin).toBe(maria.transport.pin);
    }));
});
