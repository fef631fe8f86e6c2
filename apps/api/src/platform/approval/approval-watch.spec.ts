// SPDX-License-Identifier: AGPL-3.0-or-later
import { VISITS, application } from '../../testing/applications';
import { DeskStory } from '../../testing/desk-story';
import { TestApi } from '../../testing/test-api';

describe('a request for approval that nobody answers', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await TestApi.start();
  });
  afterAll(() => api.close());

  it('ends when its time is over, though nobody looks and the hour’s housekeeping is far', async () => {
    const [operator, station] = await Promise.all([api.signIn(), api.station()]);
    const story = await DeskStory.recognised(api, operator, station);
    const view = await story.act('kind', { kind: 'support-administrator' });
    await operator.act(view, 'identification', application(view, await api.unknownCard(VISITS['support-administrator'].applicant ?? {})));
    const events = await operator.events();
    await api.database.query(`update case_approval set expires_at = $2 where case_id = $1`, [story.id, new Date(api.clock.now().getTime() + 1_500)]);
    // Another copy of the API wrote it: this one hears of it as of any.
    await api.database.query(`select pg_notify('sportello', $1)`, [JSON.stringify({ to: 'supervisors', bodyId: '0191f2a0-0000-7000-8000-000000000001' })]);
    api.clock.pass({ seconds: 1 });
    await events.next(({ data }) => (data as { readonly topic?: string }).topic === 'card');
    api.clock.pass({ seconds: 1 });

    await events.next(({ data }) => (data as { readonly caseId?: string }).caseId === story.id);
    const [row] = await api.database.query('select c.state, a.state as approval from activation_case c join case_approval a on a.case_id = c.id');
    expect(row).toEqual({ state: 'identified', approval: 'expired' });
    events.close();
  });
});
