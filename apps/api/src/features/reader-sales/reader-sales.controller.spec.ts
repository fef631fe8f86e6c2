// SPDX-License-Identifier: AGPL-3.0-or-later
import { OrderedPaper, ReadersView } from '@sportello/contracts';
import { randomUUID } from 'node:crypto';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import { TestApi } from '../../testing/test-api';

describe('/api/readers', () => {
  let api: TestApi;
  let bini: OperatorClient;
  let carli: OperatorClient;
  let sarti: OperatorClient;

  beforeAll(async () => {
    api = await TestApi.start();
    [bini, carli, sarti] = await Promise.all([api.signIn(), api.signIn('carli'), api.signIn('sarti')]);
  });
  afterAll(() => api.close());

  const act = async (path: string, body: object, who: OperatorClient = bini, key?: string): Promise<ReadersView> => {
    const response = await who.post(`/api/readers/${path}`, body, key);
    if (response.status !== 200) throw new Error(`${path} was refused: ${response.text}`);
    return ReadersView.parse(response.body);
  };
  const show = async (who: OperatorClient = bini, query = ''): Promise<ReadersView> => ReadersView.parse((await who.get(`/api/readers${query}`).expect(200)).body);
  const lastAct = async () => (await api.database.query<{ act: string; details: object }>(`select act, details from audit_row where act <> 'personal-data.shown' order by position desc limit 1`))[0];

  it('tells the price and an empty cupboard, which sells nothing', async () => {
    expect(await show()).toMatchObject({ inStock: 0, price: { netCents: 350, vatPercent: 22, vatCents: 77, totalCents: 427 }, sales: [], total: { quantity: 0, totalCents: 0 } });
    expect((await bini.post('/api/readers/sales', { quantity: 1 }).expect(409)).body).toMatchObject({ code: 'readers-short', details: { inStock: 0 } });
  });

  it('takes a delivery in, sells from it with a numbered receipt, and sums the day', async () => {
    expect(await act('deliveries', { quantity: 10, note: 'Bolla 77' })).toMatchObject({ inStock: 10, movements: [{ kind: 'received', quantity: 10, by: 'L. Bini', note: 'Bolla 77' }] });
    expect(await lastAct()).toEqual({ act: 'readers.received', details: { quantity: 10 } });
    await act('sales', { quantity: 1 });
    const view = await act('sales', { quantity: 3 });
    expect(view).toMatchObject({ inStock: 6, total: { quantity: 4, netCents: 1400, vatCents: 308, totalCents: 1708 } });
    expect(view.sales).toMatchObject([
      { receiptNumber: 'L2-26', quantity: 3, netCents: 1050, vatPercent: 22, vatCents: 231, totalCents: 1281, soldBy: 'L. Bini', voided: null, canVoid: true },
      { receiptNumber: 'L1-26', quantity: 1, totalCents: 427 },
    ]);
    expect(await lastAct()).toEqual({ act: 'readers.sold', details: { receipt: 'L2-26', quantity: 3, totalCents: 1281 } });
    expect(codeOf(await bini.post('/api/readers/sales', { quantity: 7 }).expect(409))).toBe('readers-short');
  });

  it('takes a sale of today back, once, with a reason', async () => {
    const [sale] = (await show()).sales;
    expect(codeOf(await bini.post(`/api/readers/sales/${sale?.id}/void`, { reason: '' }).expect(400))).toBe('invalid-request');
    const view = await act(`sales/${sale?.id}/void`, { reason: 'Il cittadino ci ripensa' });
    expect(view).toMatchObject({ inStock: 9, total: { quantity: 1, totalCents: 427 }, sales: [{ voided: { by: 'L. Bini', reason: 'Il cittadino ci ripensa' }, canVoid: false }, {}] });
    expect(codeOf(await bini.post(`/api/readers/sales/${sale?.id}/void`, { reason: 'Ancora' }).expect(409))).toBe('sale-settled');
    expect(codeOf(await carli.post(`/api/readers/sales/${sale?.id}/void`, { reason: 'Altrove' }).expect(404))).toBe('not-found');
  });

  it('prints the receipt of a sale that stands', async () => {
    const [voided, sale] = (await show()).sales;
    expect(codeOf(await bini.post(`/api/readers/sales/${sale?.id}/receipt`, { language: 'it' }).expect(409))).toBe('no-station');
    const station = await api.station();
    const ordered = OrderedPaper.parse((await bini.post(`/api/readers/sales/${sale?.id}/receipt`, { language: 'it' }).expect(202)).body);
    const [job] = await api.database.query<{ payload: { text: object } }>('select message as payload from job where id = $1', [ordered.paperId]);
    expect(job?.payload.text).toMatchObject({ paper: 'sale-receipt', receiptNumber: 'L1-26', operator: 'L. Bini', quantity: 1, unitNetCents: 350, vatPercent: 22, totalCents: 427 });
    expect(codeOf(await bini.post(`/api/readers/sales/${voided?.id}/receipt`, { language: 'it' }).expect(409))).toBe('sale-settled');
    await station.disconnect();
  });

  it('is counted against the figure that was seen', async () => {
    expect((await bini.post('/api/readers/counts', { expected: 10, counted: 8, reason: 'Inventario' }).expect(409)).body).toMatchObject({ code: 'reader-stock-changed', details: { inStock: 9 } });
    const view = await act('counts', { expected: 9, counted: 8, reason: 'Uno rotto' });
    expect(view).toMatchObject({ inStock: 8, movements: [{ kind: 'counted', quantity: -1, note: 'Uno rotto' }, { kind: 'received' }] });
    expect(await lastAct()).toEqual({ act: 'readers.counted', details: { expected: 9, counted: 8 } });
    expect((await act('counts', { expected: 8, counted: 8, reason: 'Torna' })).movements).toHaveLength(2);
  });

  it('is each desk’s own; a supervisor looks, and an administrator does not', async () => {
    expect(await show(carli)).toMatchObject({ inStock: 0, sales: [] });
    expect(await show(sarti)).toMatchObject({ inStock: 8 });
    expect(codeOf(await sarti.post('/api/readers/sales', { quantity: 1 }).expect(403))).toBe('forbidden');
    await (await api.signIn('admin')).get('/api/readers').expect(403);
  });

  it('sells once for each key, and never the last reader twice', async () => {
    const key = randomUUID();
    const [first, second] = [await act('sales', { quantity: 1 }, bini, key), await act('sales', { quantity: 1 }, bini, key)];
    expect(second.sales).toEqual(first.sales);
    await act('counts', { expected: 7, counted: 1, reason: 'Per prova' });
    const answers = await Promise.all([1, 2, 3].map(() => bini.post('/api/readers/sales', { quantity: 1 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await show()).inStock).toBe(0);
  });

  it('shows another day as it was, on which nothing can be taken back any more', async () => {
    const { sales, total } = await show();
    api.clock.pass({ days: 1 });
    bini = await api.signIn();
    expect(await show()).toMatchObject({ today: '2026-11-25', sales: [], total: { totalCents: 0 } });
    const yesterday = await show(bini, '?day=2026-11-24');
    expect(yesterday).toMatchObject({ day: '2026-11-24', total });
    expect(yesterday.sales.map(({ id }) => id)).toEqual(sales.map(({ id }) => id));
    expect(yesterday.sales.every(({ canVoid }) => !canVoid)).toBe(true);
    const standing = yesterday.sales.find(({ voided }) => voided === null);
    expect(codeOf(await bini.post(`/api/readers/sales/${standing?.id}/void`, { reason: 'Tardi' }).expect(409))).toBe('sale-settled');
    await bini.get('/api/readers?day=ieri').expect(400);
  });
});
