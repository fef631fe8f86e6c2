// SPDX-License-Identifier: AGPL-3.0-or-later
import { DeskStory } from '../../testing/desk-story';
import { type OperatorClient, codeOf } from '../../testing/operator-client';
import type { StationClient } from '../../testing/station-client';
import { TestApi } from '../../testing/test-api';
import { SAME_LOOK_MS } from './recent-looks';

interface LookRow {
  readonly operator_id: string;
  readonly roles: readonly string[];
  readonly desk_id: string;
  readonly case_id: string | null;
  readonly subject_kind: string | null;
  readonly details: { readonly what: string; readonly route: string; readonly count: number };
}

describe('a look at personal data', () => {
  let api: TestApi;
  let operator: OperatorClient;
  let supervisor: OperatorClient;
  let administrator: OperatorClient;
  let station: StationClient;
  let first: DeskStory;
  let second: DeskStory;

  beforeAll(async () => {
    api = await TestApi.start();
    [operator, supervisor, administrator, station] = await Promise.all([api.signIn(), api.signIn('sarti'), api.signIn('admin'), api.station()]);
    first = await DeskStory.recognised(api, operator, station);
    second = await DeskStory.recognised(api, operator, station);
  });
  afterAll(() => api.close());
  // Each rule begins with nothing told of a moment ago.
  beforeEach(() => api.clock.pass({ minutes: 10 }));

  const looks = (what: string) =>
    api.database.query<LookRow>(`select operator_id, roles, desk_id, case_id, subject_kind, details from audit_row where act = 'personal-data.shown' and details ->> 'what' = $1 order by position`, [what]);
  const newLooks = async (what: string, act: () => Promise<unknown>) => {
    const before = (await looks(what)).length;
    await act();
    return (await looks(what)).slice(before);
  };

  it('at a case tells who, in which role, at which desk and through which route', async () => {
    const told = await newLooks('case', () => supervisor.case(first.id));
    const { operator: person, desk } = supervisor.session;
    expect(told).toEqual([{ operator_id: person.id, roles: ['supervisor'], desk_id: desk.id, case_id: first.id, subject_kind: null, details: { what: 'case', route: 'GET /api/cases/:id', count: 1 } }]);
  });

  it('again within the window is the same; of another case, by somebody else, in another session or later it is another', async () => {
    const told = await newLooks('case', async () => {
      await operator.case(first.id);
      await operator.case(first.id);
      await operator.case(second.id);
      await supervisor.case(first.id);
      await (await api.signIn()).case(first.id);
      api.clock.pass({ minutes: SAME_LOOK_MS / 60_000 });
      await operator.case(first.id);
    });
    expect(told.map(({ case_id }) => case_id)).toEqual([first.id, second.id, first.id, first.id, first.id]);
  });

  it('at a case that is found instead of opened is one too', async () => {
    const found = await DeskStory.recognised(api, operator, station);
    const anew = await api.signIn();
    await api.bind(anew, station);
    const told = await newLooks('case', () => anew.open(found.insertionId));
    expect(told.map(({ case_id, details }) => [case_id, details.route])).toEqual([[found.id, 'POST /api/cases']]);
  });

  it('at a list is one row with how many it shows, and of nobody none', async () => {
    const people = await newLooks('people', () => administrator.get('/api/people').expect(200));
    expect(people).toMatchObject([{ case_id: null, details: { what: 'people', route: 'GET /api/people', count: 4 } }]);
    expect(await newLooks('approvals', () => supervisor.get('/api/approvals').expect(200))).toEqual([]);
    // A search says what was asked for: another one is another look, and its words are not told.
    const found = await newLooks('people', async () => {
      await administrator.get('/api/people?search=bini').expect(200);
      await administrator.get('/api/people?search=carli').expect(200);
    });
    expect(found).toHaveLength(2);
    expect(JSON.stringify(found)).not.toMatch(/bini|carli/i);
  });

  it('at the desk is another one when another card is in the reader', async () => {
    const told = await newLooks('desk', async () => {
      await operator.desk();
      await operator.desk();
      second = await DeskStory.recognised(api, operator, station);
      await operator.desk();
    });
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toMatchObject({ subject_kind: 'card' });
  });

  it('is refused when its row cannot be written, and shows nothing', async () => {
    await api.database.query(`alter table audit_row add constraint ck_broken check (act <> 'personal-data.shown') not valid`);
    const refused = await operator.get(`/api/cases/${first.id}`).expect(503);
    expect(codeOf(refused)).toBe('audit-not-written');
    expect(refused.text).not.toContain(first.card.holder.surname);
    expect(api.logLines.some((line) => line.includes('an answer was not shown: the row of its look could not be written'))).toBe(true);
    expect(api.logLines.some((line) => line.includes('an act was not done'))).toBe(false);
    // What shows nobody is answered all the same.
    await operator.get('/api/session').expect(200);
    await api.database.query('alter table audit_row drop constraint ck_broken');
    expect(await newLooks('case', () => operator.case(first.id))).toHaveLength(1);
  });

  it('at what is not there or is not theirs is none', async () => {
    const told = await newLooks('case', async () => {
      await operator.get('/api/cases/0191f2a0-0000-7000-8000-00000000f00d').expect(404);
      await (await api.signIn('carli')).get(`/api/cases/${first.id}`).expect(404);
    });
    expect(told).toEqual([]);
  });
});
