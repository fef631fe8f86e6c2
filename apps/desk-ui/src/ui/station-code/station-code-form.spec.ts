// SPDX-License-Identifier: AGPL-3.0-or-later
import { CASE_ID, desk, problem } from '../../testing/fixtures';
import { FakeApi } from '../../testing/fake-api';
import { render } from '../../testing/render';
import { StationCodeForm } from './station-code-form';

afterEach(() => document.body.replaceChildren());

test('the code is typed as it is read, and the page then asks for its desk anew', async () => {
  const api = new FakeApi().on('POST /api/session/station', { value: { stationId: CASE_ID, name: 'Postazione 1' } }).on('GET /api/desk', { value: desk({ stationChoice: 'made' }) });
  const screen = await render(StationCodeForm, {}, [api.provider]);
  await screen.type('Codice della postazione', 'abcd 2345');
  await screen.click('Sono qui');
  expect(api.to('POST /api/session/station').map(({ body }) => body)).toEqual([{ code: 'abcd 2345' }]);
  expect(api.to('GET /api/desk')).toHaveLength(1);
});

test('half a code is not sent, and the cursor is in the field again', async () => {
  const api = new FakeApi();
  const screen = await render(StationCodeForm, {}, [api.provider]);
  await screen.type('Codice della postazione', 'ABCD');
  await screen.click('Sono qui');
  expect(screen.text).toContain('Scrivi gli otto caratteri');
  expect(document.activeElement?.id).toBe('station-code');
  expect(api.sent).toEqual([]);
});

test.each([
  [problem('station-code-unknown', 403), 'Nessuna postazione di questo sportello'],
  [problem('too-many-attempts', 429), 'Troppi tentativi'],
] as const)('a code that is refused says why', async (refused, words) => {
  const api = new FakeApi().on('POST /api/session/station', { problem: refused });
  const screen = await render(StationCodeForm, {}, [api.provider]);
  await screen.type('Codice della postazione', 'ABCD-2345');
  await screen.click('Sono qui');
  expect(screen.text).toContain(words);
});
