// SPDX-License-Identifier: AGPL-3.0-or-later
import { provideRouter } from '@angular/router';
import { FakeApi } from '../../testing/fake-api';
import { render } from '../../testing/render';
import { WherePage } from './where-page';

afterEach(() => {
  delete document.documentElement.dataset['selfCheck'];
  document.body.replaceChildren();
});

const links = (): readonly (string | null)[] => [...document.querySelectorAll('.elsewhere a')].map((link) => link.getAttribute('href'));

async function shown(): Promise<void> {
  const api = new FakeApi().on('GET /api/public/desks', { value: { desks: [] } });
  await render(WherePage, {}, [api.provider, provideRouter([])]);
}

test('the public list leads to the request for revocation', async () => {
  await shown();
  expect(links()).toEqual(['/richiedi-la-revoca']);
});

test('and to the page where a card is tried out, where there is one', async () => {
  document.documentElement.dataset['selfCheck'] = 'https://tessera.example';
  await shown();
  expect(links()).toEqual(['/richiedi-la-revoca', 'https://tessera.example']);
});
