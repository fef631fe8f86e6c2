// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DayView, SheetsView } from '@sportello/contracts';
import * as fc from 'fast-check';
import { DeskStory } from '../../testing/desk-story';
import type { OperatorClient } from '../../testing/operator-client';
import { READY, type StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';

/** How a citizen's visit goes, as far as the sheet is concerned. */
const FATES = ['delivered', 'jammed-then-delivered', 'voided', 'abandoned', 'given-back', 'left-held', 'reported-twice'] as const;
type Fate = (typeof FATES)[number];

/** What people do with the sheets at the same time. */
const ACTS = ['receive', 'load', 'spoil', 'send', 'arrive-short', 'destroy', 'bag', 'close-and-open', 'count-short'] as const;
type SheetAct = (typeof ACTS)[number];

const VISITS = 12;

describe('any sequence of acts at a real desk, several at once', () => {
  let api: TestApi;
  let bini: OperatorClient;
  let carli: OperatorClient;
  let sarti: OperatorClient;
  let station: StationClient;
  let box = 100_001;

  beforeAll(async () => {
    api = await TestApi.start();
    [bini, carli, sarti, station] = await Promise.all([api.signIn(), api.signIn('carli'), api.signIn('sarti'), api.station()]);
  });
  afterAll(() => api.close());

  const sheets = async (who: OperatorClient): Promise<SheetsView> => (await who.get('/api/sheets').expect(200)).body as SheetsView;
  const number = (order: number): string => String(order).padStart(6, '0');

  async function visit(fate: Fate): Promise<void> {
    if (fate === 'given-back') {
      const story = await DeskStory.printing(api, bini, station);
      await station.report(story.printJob.jobId, { type: 'print-failed', reason: 'card-removed', condition: 'ready', wasSubmitted: false });
      return leave(story);
    }
    if (fate === 'jammed-then-delivered' || fate === 'voided') {
      const story = await DeskStory.printing(api, bini, station);
      if (fate === 'voided') await story.act('envelope/void', { reason: 'sheet-damaged' });
      else await station.report(story.printJob.jobId, { type: 'print-failed', reason: 'printer', condition: 'media-jam', wasSubmitted: true });
      await station.status(READY);
      return leave(story);
    }
    if (fate === 'abandoned') {
      const story = await DeskStory.sheetOut(api, bini, station);
      return leave(story);
    }
    const story = await DeskStory.written(api, bini, station);
    if (fate === 'reported-twice') await station.written(story.writeJob, story.card);
    if (fate !== 'left-held') await story.scan(story.envelope.outerCode);
    return story.leave();
  }

  /** The citizen goes before the end. */
  async function leave(story: DeskStory): Promise<void> {
    const { acts } = await story.now();
    if (acts.includes('abandon')) await story.act('abandonment');
    await story.leave();
  }

  /** Refused or done: a refusal is an end like another, and a fault is not. */
  async function attempt(who: OperatorClient, path: string, body: object): Promise<void> {
    const { status, text } = await who.post(path, body);
    if (status >= 500) throw new Error(`${path}: ${text}`);
  }

  async function act(kind: SheetAct): Promise<void> {
    const { inStock, trays, otherDesks } = await sheets(bini);
    const first = Number(inStock[0]?.first ?? '999990');
    const range = (size: number) => ({ first: number(first), last: number(first + size - 1) });
    switch (kind) {
      case 'receive':
        box += 100;
        return attempt(bini, '/api/sheets/boxes', { first: number(box), last: number(box + 49), note: null });
      case 'load':
        return attempt(bini, '/api/sheets/loads', { stationId: trays[0]?.stationId, ...range(5) });
      case 'spoil':
        return attempt(bini, '/api/sheets/spoiled', { ...range(2), reason: 'sheet-damaged' });
      case 'send':
        return attempt(bini, '/api/sheets/transfers', { toDeskId: otherDesks[0]?.id, ...range(4), note: null });
      case 'arrive-short': {
        const coming = (await sheets(carli)).transfers.find(({ isIncoming }) => isIncoming);
        const [missing] = coming?.missing ?? [];
        return missing && attempt(carli, `/api/sheets/transfers/${coming?.id}/arrival`, { ranges: [{ first: missing.first, last: missing.first }] });
      }
      case 'destroy':
        return attempt(bini, '/api/sheets/destructions', { ...range(1), reason: 'Rovinato' });
      case 'bag':
        return attempt(bini, '/api/sheets/bags', {});
      case 'close-and-open':
        await attempt(bini, '/api/desk/day/closing', { trays: [], inStock, inHand: [] });
        return attempt(bini, '/api/desk/day/opening', { trays: [] });
      case 'count-short':
        return attempt(bini, '/api/desk/day/closing', { trays: [], inStock: [], inHand: [] });
    }
  }

  /** Both people sign whatever waits, as a desk does in the end. */
  async function settle(): Promise<void> {
    for (const { id, outcomes } of (await sheets(sarti)).matters) {
      const [outcome] = outcomes;
      await attempt(bini, `/api/sheets/matters/${id}/signatures`, { outcome, reason: 'Spiegato' });
      await attempt(carli, `/api/sheets/matters/${id}/signatures`, { outcome, reason: 'Spiegato' });
      await attempt(sarti, `/api/sheets/matters/${id}/signatures`, { outcome, reason: 'Spiegato' });
    }
  }

  /** Sheets whose place in the books is not the one to which the ledger brought them. */
  const unreconciled = async (): Promise<number> => {
    const [found] = await api.database.query<{ count: number }>(`
      with moved as (select m.desk_id, n as number, m.to_state, m.position from sheet_movement m, generate_series(m.first_number::int, m.last_number::int) n),
      last as (select distinct on (desk_id, number) desk_id, number, to_state from moved order by desk_id, number, position desc)
      select count(*)::int as count from sheet s full join last l on l.desk_id = s.desk_id and l.number = s.control_number::int
      where not (s.transfer_id is not null and l.to_state is null) and s.transfer_id is null and s.state is distinct from l.to_state
        and not (s.id is null and l.to_state is null)`);
    return found?.count ?? -1;
  };

  it('leaves no sheet unreconciled', async () => {
    const day = fc.tuple(fc.array(fc.constantFrom(...FATES), { minLength: VISITS, maxLength: VISITS }), fc.array(fc.constantFrom(...ACTS), { minLength: 24, maxLength: 30 }));
    await fc.assert(
      fc.asyncProperty(day, async ([fates, acts]) => {
        const counter = async () => {
          for (const fate of fates) await visit(fate);
        };
        const [half, rest] = [acts.slice(0, acts.length / 2), acts.slice(acts.length / 2)];
        const cupboard = async (share: readonly SheetAct[]) => {
          for (const kind of share) await act(kind);
        };
        await Promise.all([counter(), cupboard(half), cupboard(rest)]);
        await settle();
        const sums = await Promise.all([bini, carli].map(async (who) => ((await who.get('/api/desk/day').expect(200)).body as DayView).sum.difference));
        expect({ sums, unreconciled: await unreconciled() }).toEqual({ sums: [0, 0], unreconciled: 0 });
      }),
      { numRuns: 3, endOnFailure: true },
    );
    const [printed] = await api.database.query<{ count: number }>(`select count(distinct case_id)::int as count from sheet where case_id is not null`);
    expect(printed?.count).toBeGreaterThanOrEqual(VISITS);
  }, 240_000);

  it('is held against the ledger: a sheet that moves behind its back is seen', async () => {
    const behindItsBack = (state: string, reason: string | null, id: string) => api.database.query('update sheet set state = $1, reason = $2 where id = $3', [state, reason, id]);
    const [sheet] = await api.database.query<{ id: string }>(`select s.id from sheet s join desk d on d.id = s.desk_id where d.code = 'MS-2' and s.state = 'loaded' and s.case_id is null limit 1`);
    await api.database.query('alter table sheet disable trigger tr_sheet_moved');
    await behindItsBack('spoiled', 'sheet-missing', sheet?.id ?? '');
    expect({ unreconciled: await unreconciled(), sum: ((await bini.get('/api/desk/day').expect(200)).body as DayView).sum.difference }).toEqual({ unreconciled: 1, sum: 1 });
    await behindItsBack('loaded', null, sheet?.id ?? '');
    await api.database.query('alter table sheet enable trigger tr_sheet_moved');
  });
});
