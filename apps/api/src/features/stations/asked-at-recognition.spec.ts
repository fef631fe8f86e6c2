// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CardInReader, FunctionalCheckView } from '@sportello/contracts';
import { codeOf, type OperatorClient } from '../../testing/operator-client';
import { ScriptedStatus } from '../../testing/scripted-authority';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';
import type { TestCard } from '../../testing/test-cards';

const SINCE = new Date('2026-11-20T08:00:00Z');

describe('whether a card’s certificate is revoked', () => {
  const status = new ScriptedStatus();
  let api: TestApi;
  let operator: OperatorClient;
  let station: StationClient;

  beforeAll(async () => {
    api = await TestApi.start({ certificateStatus: status });
    [operator, station] = await Promise.all([api.signIn(), api.station()]);
  });
  afterAll(() => api.close());

  const shown = async (card: TestCard): Promise<{ readonly insertionId: string; readonly card: Extract<CardInReader, { state: 'recognised' }>['card'] }> => {
    const insertionId = await station.insert(card);
    const { cardInReader } = await operator.desk();
    if (cardInReader?.state !== 'recognised') throw new Error('not recognised');
    return { insertionId, card: cardInReader.card };
  };

  it('is asked once, when the card is recognised, and shown as it was answered', async () => {
    status.standing = { kind: 'good', until: null, by: 'ocsp' };
    const { insertionId, card } = await shown(await api.card());
    expect(card).toMatchObject({ state: 'inactive', revocation: { status: 'good', by: 'ocsp', checkedAt: api.clock.now().toISOString(), revokedAt: null } });
    expect(status.asked).toHaveLength(1);
    await station.remove(insertionId);
  });

  it('ends the card at the desk, whatever the register says', async () => {
    status.standing = { kind: 'revoked', at: SINCE, reason: 1, until: null, by: 'crl' };
    const { insertionId, card } = await shown(await api.card());
    expect(card).toMatchObject({ state: 'revoked', revocation: { status: 'revoked', by: 'crl', revokedAt: SINCE.toISOString() } });
    expect(codeOf(await operator.post('/api/cases', { insertionId }))).toBe('card-revoked');
    const check = FunctionalCheckView.parse((await operator.post('/api/functional-checks', { insertionId }).expect(201)).body);
    expect(check).toMatchObject({ verdict: 'works-not', advice: 'revoked' });
    await station.remove(insertionId);
  });

  it('may be a suspension, which is told as one', async () => {
    status.standing = { kind: 'revoked', at: SINCE, reason: 6, until: null };
    const { insertionId, card } = await shown(await api.card());
    expect(card).toMatchObject({ state: 'suspended', revocation: { status: 'suspended' } });
    expect(codeOf(await operator.post('/api/cases', { insertionId }))).toBe('card-suspended');
    await station.remove(insertionId);
  });

  it('is told as not checked when nobody answered, and keeps nobody from the card', async () => {
    status.standing = { kind: 'not-checked', why: 'silence' };
    const { insertionId, card } = await shown(await api.card());
    expect(card).toMatchObject({ state: 'inactive', revocation: { status: 'not-checked', by: null, checkedAt: null } });
    await operator.post('/api/cases', { insertionId }).expect(201);
    await station.remove(insertionId);
  });

  it('is not waited for by a citizen for ever', async () => {
    const asking = status.statusOf.bind(status);
    status.statusOf = () => new Promise(() => undefined);
    const { insertionId, card } = await shown(await api.card());
    expect(card.revocation.status).toBe('not-checked');
    status.statusOf = asking;
    await station.remove(insertionId);
  });
});
