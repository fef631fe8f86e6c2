// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardFault, CardReader, ConnectedCard, ReaderEvent } from '@sportello/card-io';
import { connectDirectly, type VirtualCardContents } from '@sportello/card-io/simulator';
import { demoContents, freshCard, idCartas } from '../testing/demo-cards';
import { systemClock } from '../time/clock';
import { CardStay } from './card-stay';
import type { ToParent } from './messages';
import type { ParentLink } from './parent-link';
import { type JobBench, serveCard } from './serve-card';

let contents: VirtualCardContents;
beforeAll(async () => {
  contents = await demoContents(idCartas.maria);
});

/** A reader whose events are written down beforehand; the next one comes when the parent was told what `after` waits for. */
async function serve(script: readonly { readonly event: ReaderEvent; readonly after?: string }[], connect: () => Promise<ConnectedCard | CardFault>): Promise<readonly string[]> {
  const told: string[] = [];
  const parent: ParentLink = { tell: (message) => void told.push(wordOf(message)), run: async () => ({ kind: 'done' }), flush: async () => undefined };
  const reader: CardReader = {
    name: 'scripted',
    connect,
    close: async () => undefined,
    events: async function* () {
      for (const { event, after } of script) {
        while (after !== undefined && !told.includes(after)) await systemClock.sleep(5);
        yield event;
      }
    },
  };
  const bench: JobBench = { begin: () => undefined, leaveCard: async () => undefined, finish: async () => undefined };
  const clock = { ...systemClock, sleep: (milliseconds: number, signal?: AbortSignal) => systemClock.sleep(milliseconds / 100, signal) };
  const newStay = (removed: AbortSignal): CardStay => new CardStay({ reader, parent, clock, removed, commandDeadlineMs: 1_000, transcript: () => undefined });
  await serveCard({ role: 'citizen', reader, parent, clock, newId: () => 'insertion', bench, newStay });
  return told.filter((word) => !word.startsWith('command'));
}

function wordOf(message: ToParent): string {
  if (message.type === 'reader') return `reader ${message.condition}`;
  if (message.type !== 'card') return message.type;
  return message.event.type === 'not-usable' ? `not-usable ${message.event.reason}` : message.event.type;
}

const inserted: ReaderEvent = { kind: 'inserted', atr: new Uint8Array() };
const removed: ReaderEvent = { kind: 'removed' };

describe('a card\'s process', () => {
  it('tells how the reader is, until a card comes', async () => {
    const told = await serve(
      [{ event: { kind: 'unavailable', because: 'no-service' } }, { event: { kind: 'unavailable', because: 'no-reader' } }, { event: { kind: 'empty' } }],
      async () => ({ kind: 'removed' }),
    );
    expect(told).toEqual(['reader no-service', 'reader no-reader', 'reader ready']);
  });

  it('takes what does not answer the reset for a card without a chip', async () => {
    const told = await serve([{ event: { kind: 'unresponsive' } }, { event: removed }], async () => ({ kind: 'removed' }));
    expect(told).toEqual(['reader ready', 'inserted', 'not-usable no-chip', 'removed']);
  });

  it('says that the reader is busy while another program holds the card, and reads it then', async () => {
    const card = freshCard(contents);
    let tries = 0;
    const told = await serve([{ event: inserted }, { event: removed, after: 'recognised' }], async () => {
      tries += 1;
      return tries <= 2 ? { kind: 'sharing-violation' } : { kind: 'connected', connection: connectDirectly(card) };
    });
    expect(told).toEqual(['reader ready', 'inserted', 'reader busy', 'recognised', 'reader ready', 'removed']);
  });

  it('reads a card once more when the first reading breaks off', async () => {
    const card = freshCard(contents);
    let tries = 0;
    const told = await serve([{ event: inserted }, { event: removed, after: 'recognised' }], async () => {
      tries += 1;
      return { kind: 'connected', connection: connectDirectly(card, tries === 1 ? { command: 4, isExecuted: false } : undefined) };
    });
    expect(told).toEqual(['reader ready', 'inserted', 'recognised', 'reader ready', 'removed']);
  });

  it('calls a card unreadable when it breaks off twice', async () => {
    const told = await serve([{ event: inserted }, { event: removed, after: 'not-usable unreadable' }], async () => ({ kind: 'outcome-unknown', because: 'communication-error' }));
    expect(told).toEqual(['reader ready', 'inserted', 'not-usable unreadable', 'removed']);
  });
});
