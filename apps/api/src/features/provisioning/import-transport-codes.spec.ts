// SPDX-License-Identifier: AGPL-3.0-or-later
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Keys } from '../../platform/keys/keys';
import { decryptTransportCodes } from '../../platform/keys/transport-codes-cipher';
import { SystemRandomness } from '../../platform/ports/randomness';
import { TestApi } from '../../testing/test-api';
import { ImportTransportCodes } from './import-transport-codes';

const [ONE, TWO, THREE] = ['6090000000880017', '6090000000880025', '6090000000880033'];
const LINES = [`${ONE},12345,12345678`, `${TWO},87654321,11112222`];

describe('taking transport codes in', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.close());
  beforeEach(() => api.database.query('delete from transport_codes').then(() => api.database.query('delete from card')));

  const run = (lines: readonly string[], { isDryRun = false, keys = api.keys }: { readonly isDryRun?: boolean; readonly keys?: Pick<Keys, 'transportCodes'> } = {}) =>
    new ImportTransportCodes(api.app.get(UnitOfWork), keys, new SystemRandomness()).run(Buffer.from(lines.join('\n')), { isDryRun });
  const kept = () => api.database.query<{ id_carta: string; encrypted: Buffer }>('select id_carta, encrypted from transport_codes order by id_carta');
  const audited = () => api.database.query(`select actor, details from audit_row where act = 'transport-codes.imported' order by position`);
  const complaints = async (lines: readonly string[]) => {
    const outcome = await run(lines);
    return !outcome.ok && outcome.refusal.kind === 'lines' && outcome.refusal.complaints.map(({ line, kind }) => `${line} ${kind}`);
  };

  it('keeps each card’s codes encrypted, and tells the log how many', async () => {
    expect(await run(LINES)).toEqual({ ok: true, value: { added: 2, known: 0 } });
    const [first] = await kept();
    const frame = decryptTransportCodes({ key: api.keys.transportCodes, idCarta: ONE, encrypted: first?.encrypted ?? Buffer.alloc(0) });
    expect(Buffer.from(frame).toString('latin1')).toBe('\u000512345\u000812345678');
    expect(first?.encrypted.includes('12345')).toBe(false);
    expect(await audited()).toEqual([{ actor: 'installation', details: { added: 2, known: 0 } }]);
  });

  it('changes nothing when the same file comes again, and adds what a longer one has anew', async () => {
    await run(LINES);
    const before = await kept();
    expect(await run(LINES)).toEqual({ ok: true, value: { added: 0, known: 2 } });
    expect(await kept()).toEqual(before);
    expect(await run([...LINES, `${THREE},55555,99990000`])).toEqual({ ok: true, value: { added: 1, known: 2 } });
    expect((await kept()).slice(0, 2)).toEqual(before);
  });

  it('writes nothing, not even to the log, when it only judges', async () => {
    const before = await audited();
    expect(await run(LINES, { isDryRun: true })).toEqual({ ok: true, value: { added: 2, known: 0 } });
    expect([await kept(), await audited()]).toEqual([[], before]);
  });

  it('imports nothing of a file with one wrong line', async () => {
    const before = await audited();
    expect(await complaints([...LINES, `${THREE},1,12345678`])).toEqual(['3 pin']);
    expect([await kept(), await audited()]).toEqual([[], before]);
    expect(await run(['id_carta,pin,puk'])).toEqual({ ok: false, refusal: { kind: 'no-cards' } });
  });

  it('refuses a card that is in use already, or whose codes are others, each with its line', async () => {
    await run([LINES[0] ?? '']);
    await api.database.query(`insert into card (id_carta, state, mode_of_activation, changed_at) values ($1, 'active', 'direct', now()), ($2, 'inactive', null, now())`, [TWO, THREE]);
    expect(await complaints([`${TWO},87654321,11112222`, `${ONE},12345,12345679`, `${THREE},55555,99990000`, '1,2'])).toEqual(['1 not-inactive', '2 other-codes', '4 not-three-fields']);
    expect((await kept()).map(({ id_carta: idCarta }) => idCarta)).toEqual([ONE]);
  });

  it('compares nothing under another key than the one that the codes here are kept under', async () => {
    await run(LINES);
    const before = await kept();
    await expect(run(LINES, { keys: { transportCodes: new SystemRandomness().bytes(32) } })).rejects.toThrow('do not open with transport-codes.key');
    expect(await kept()).toEqual(before);
  });

  it('takes a file of several thousand cards, in the order of nobody', async () => {
    const lines = Array.from({ length: 2_500 }, (_, index) => `${7_000_000_000_000_000 + index},12345,12345678`).reverse();
    expect(await run(lines)).toEqual({ ok: true, value: { added: 2_500, known: 0 } });
    expect(await run(lines)).toEqual({ ok: true, value: { added: 0, known: 2_500 } });
  });

  it('keeps one import of two that come at once, or both as one', async () => {
    const outcomes = await Promise.allSettled([run(LINES), run(LINES)]);
    for (const outcome of outcomes) {
      if (outcome.status === 'fulfilled') expect(outcome.value.ok).toBe(true);
      else expect((outcome.reason as Error).message).toBe('Cards of this file were changed during the import: run it again.');
    }
    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await kept()).toHaveLength(2);
  });

  it('makes a card ready for its activation', async () => {
    const [operator, station, card] = [await api.signIn(), await api.station(), await api.card()];
    await api.database.query('delete from transport_codes');
    const { idCarta } = card;
    const insertionId = await station.insert(card);
    expect(await run([`${idCarta},12345,12345678`])).toEqual({ ok: true, value: { added: 1, known: 0 } });
    await operator.post('/api/cases', { insertionId }).expect(201);
  });
});
