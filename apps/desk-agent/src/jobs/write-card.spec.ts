// SPDX-License-Identifier: AGPL-3.0-or-later
import type { WriteCardJob } from '@sportello/contracts';
import { systemClock } from '../time/clock';
import { type CardInHand, writeCard } from './write-card';

const job = { type: 'write-card', idCarta: '6090010000000007', intentId: '', fence: 3 } as WriteCardJob;

function write(opened: Awaited<ReturnType<CardInHand['sessionWith']>>): ReturnType<typeof writeCard> {
  return writeCard(job, {
    card: { sessionWith: async () => opened, isGone: async () => false, apdus: 0, milliseconds: 0 },
    stationId: '',
    sealingPrivateKey: '',
    pukAttempts: async () => undefined,
    report: () => undefined,
    journalPukAttempt: async () => ({ kind: 'failed' }),
    journalPukAnswered: async () => ({ kind: 'failed' }),
    askCryptogram: async () => ({ kind: 'failed' }),
    forgoCryptogram: async () => ({ kind: 'failed' }),
    issuerPatienceMs: 0,
    abandoned: new AbortController().signal,
    clock: systemClock,
  });
}

describe('a card that cannot be read when its codes are to be written', () => {
  it('has refused nothing: the desk tries again, and no supervisor is called', async () => {
    expect(await write({ kind: 'unreadable' })).toEqual({ type: 'interrupted', fence: 3, reason: 'outcome-unknown', statusWord: null });
  });

  it('is told apart from another card, and from one that was pulled', async () => {
    expect(await write({ kind: 'wrong-card' })).toMatchObject({ reason: 'wrong-card' });
    expect(await write({ kind: 'removed' })).toMatchObject({ reason: 'card-removed' });
  });
});
