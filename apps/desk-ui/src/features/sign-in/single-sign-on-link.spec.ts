// SPDX-License-Identifier: AGPL-3.0-or-later
import { SINGLE_SIGN_ON_REFUSALS } from '@sportello/domain';
import { SESSION_CHANNEL } from '../../data/session/session-news';
import { SingleSignOn } from '../../data/session/single-sign-on';
import { SessionState } from '../../data/session/session-state';
import { FakeApi } from '../../testing/fake-api';
import { session } from '../../testing/fixtures';
import { render } from '../../testing/render';
import { en, it } from '../../testing/catalogues';
import { SingleSignOnLink } from './single-sign-on-link';

const WAYS = 'GET /api/session/ways';

async function given(api: FakeApi, inputs: Readonly<Record<string, unknown>> = {}) {
  const channel = new EventTarget();
  const screen = await render(SingleSignOnLink, inputs, [api.provider, { provide: SESSION_CHANNEL, useValue: channel }]);
  const outcomes: string[] = [];
  screen.fixture.componentInstance.signedIn.subscribe((outcome) => outcomes.push(outcome));
  await screen.stable();
  const injector = screen.fixture.componentRef.injector;
  return { screen, outcomes, channel, state: injector.get(SessionState), singleSignOn: injector.get(SingleSignOn) };
}
const link = (): HTMLAnchorElement | null => document.querySelector('a');

afterEach(() => document.body.replaceChildren());

test('the way is offered where the installation has one, by the name that it gave it', async () => {
  await given(new FakeApi().on(WAYS, { value: { singleSignOn: { name: null } } }));
  expect(link()?.textContent.trim()).toBe('Entra con SPID o CIE');
  expect(link()?.getAttribute('href')).toBe('/api/single-sign-on');
  document.body.replaceChildren();
});

test('nothing is shown where there is none, or nobody answers', async () => {
  await given(new FakeApi().on(WAYS, { value: { singleSignOn: null } }));
  expect(link()).toBeNull();
});

test('over a page it opens a tab of its own, and says so', async () => {
  const { screen } = await given(new FakeApi().on(WAYS, { value: { singleSignOn: { name: 'ARPA' } } }), { isOverPage: true });
  expect(link()?.textContent.trim()).toBe('Entra con ARPA');
  expect(link()?.getAttribute('href')).toBe('/api/single-sign-on?tab=own');
  expect(link()?.target).toBe('_blank');
  expect(screen.text).toContain('Si apre in un’altra scheda. Questa resta com’è.');
});

test('news of another tab leads in the same operator, and tells when it is another', async () => {
  const api = new FakeApi().on(WAYS, { value: { singleSignOn: { name: null } } }).on('GET /api/session', { value: session() }, { value: session({ operator: { ...session().operator, id: '01a20771-2ab4-756c-ba98-c82d68c0377e' } }) });
  const { screen, outcomes, channel, state } = await given(api, { isOverPage: true });
  state.begin(session());
  state.lose();
  channel.dispatchEvent(new Event('message'));
  await screen.stable();
  expect(outcomes).toEqual(['signed-in']);
  expect(state.isExpired()).toBe(false);
  channel.dispatchEvent(new Event('message'));
  await screen.stable();
  expect(outcomes).toEqual(['signed-in', 'other-operator']);
});

test('what became of the last try is told where the next begins, in words of its own for each', async () => {
  const { screen, singleSignOn } = await given(new FakeApi().on(WAYS, { value: { singleSignOn: { name: null } } }));
  singleSignOn.trouble.set('stale-request');
  await screen.stable();
  expect(document.querySelector('[role="alert"]')?.textContent).toContain('L’indirizzo contiene una vecchia richiesta: ricomincia da qui.');
  for (const { singleSignOn: words } of [it, en]) expect(Object.keys(words.troubles).sort()).toEqual([...SINGLE_SIGN_ON_REFUSALS, 'too-many-attempts', 'desk-closed-for-good', 'unreachable'].sort());
});
