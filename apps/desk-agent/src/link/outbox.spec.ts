// SPDX-License-Identifier: AGPL-3.0-or-later
import { createLogger } from '../log/logger';
import type { Clock } from '../time/clock';
import { LinkCondition } from './link-condition';
import { Outbox } from './outbox';
import type { Answer } from './signed-requests';

const accepted: Answer = { kind: 'accepted', body: null };
const refused: Answer = { kind: 'refused', status: 409, code: 'lease-lost' };
const broken: Answer = { kind: 'broken' };
const lost: Answer = { kind: 'unreachable', because: 'ECONNREFUSED' };

/** An API that answers as the script says, and afterwards accepts. */
function apiOf(...script: Answer[]): { readonly sent: unknown[]; post(path: string, body: unknown): Promise<Answer> } {
  const sent: unknown[] = [];
  return {
    sent,
    post: async (_, body) => {
      sent.push(body);
      return script.shift() ?? accepted;
    },
  };
}

const pauses: number[] = [];
const impatient: Clock = { now: () => new Date(), elapsed: () => 0, sleep: async (milliseconds) => void pauses.push(milliseconds) };

function outboxOf(api: ReturnType<typeof apiOf>): Outbox {
  return new Outbox(api, new LinkCondition(createLogger({ level: 'error', write: () => undefined })), impatient);
}

const message = (body: string, tag = 'any') => ({ path: '/x', body, tag });

beforeEach(() => void pauses.splice(0));

describe('the outbox', () => {
  it('sends a message until it is answered, and only then the next one', async () => {
    const api = apiOf(lost, lost, accepted);
    const outbox = outboxOf(api);
    await Promise.all([outbox.post(message('first')), outbox.post(message('second'))]);
    expect(api.sent).toEqual(['first', 'first', 'first', 'second']);
  });

  it('takes a refusal for an answer', async () => {
    const api = apiOf(refused);
    const outbox = outboxOf(api);
    expect(await outbox.post(message('first'))).toEqual(refused);
    expect(await outbox.post(message('second'))).toEqual(accepted);
  });

  it('waits longer from one failure to the next', async () => {
    await outboxOf(apiOf(lost, lost, lost, lost, lost)).post(message('first'));
    expect(pauses).toHaveLength(5);
    expect([...pauses].sort((left, right) => left - right)).toEqual(pauses);
  });

  it('gives up what the API falls over each time, so that the next thing is heard', async () => {
    const api = apiOf(...Array.from({ length: 8 }, () => broken));
    const outbox = outboxOf(api);
    const deliveries = await Promise.all([outbox.post(message('first')), outbox.post(message('second'))]);
    expect(deliveries).toEqual([{ kind: 'given-up' }, accepted]);
    expect(api.sent).toEqual([...Array.from({ length: 8 }, () => 'first'), 'second']);
  });

  it('never gives up what is vital, nor anything while the API is only away', async () => {
    const vital = outboxOf(apiOf(...Array.from({ length: 30 }, () => broken)));
    expect(await vital.post({ ...message('proof'), isVital: true })).toEqual(accepted);
    const patient = outboxOf(apiOf(...Array.from({ length: 30 }, () => lost)));
    expect(await patient.post(message('first'))).toEqual(accepted);
  });

  it('waits long where the station is not known', async () => {
    await outboxOf(apiOf({ kind: 'not-trusted', code: 'station-unknown', skewSeconds: null })).post(message('first'));
    expect(pauses).toEqual([30_000]);
  });

  it('waits far longer once the station was revoked', async () => {
    await outboxOf(apiOf({ kind: 'not-trusted', code: 'station-revoked', skewSeconds: null })).post(message('first'));
    expect(pauses).toEqual([600_000]);
  });

  it('takes back what waits, but not what is on its way', async () => {
    const api = apiOf();
    const outbox = outboxOf(api);
    const deliveries = [outbox.post(message('first', 'card')), outbox.post(message('second', 'card')), outbox.post(message('third', 'other'))];
    expect(outbox.withdraw('card').map(({ body }) => body)).toEqual(['second']);
    expect((await Promise.all(deliveries)).map(({ kind }) => kind)).toEqual(['accepted', 'withdrawn', 'accepted']);
    expect(api.sent).toEqual(['first', 'third']);
  });

  it('lets go of what could not be sent when the station stops', async () => {
    const api = { sent: [], post: async (): Promise<Answer> => lost };
    const outbox = outboxOf(api);
    const delivery = outbox.post(message('first'));
    await outbox.stop(0);
    expect(await delivery).toEqual({ kind: 'withdrawn' });
    expect(await outbox.post(message('late'))).toEqual({ kind: 'withdrawn' });
  });
});
