// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Problem, SessionView } from '@sportello/contracts';
import { IDENTITY_CLAIMS } from '@sportello/domain';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the API around a provider is the API's own test double of an installation, and no package
import { OpenIdProvider } from '../../../apps/api/src/platform/single-sign-on/openid-provider';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the same
import { TestApi } from '../../../apps/api/src/testing/test-api';
import { type PersonThere, TestProvider } from '../../support/openid/test-provider';
import { TwoSiteBrowser } from '../../support/openid/two-site-browser';

const OURS = 'http://localhost:8480';
const CALLBACK = `${OURS}/api/single-sign-on/callback`;
const [SPID_L1, SPID_L2] = ['https://www.spid.gov.it/SpidL1', 'https://www.spid.gov.it/SpidL2'];
const CODES = { bini: 'BNILIA80A41H501C', sarti: 'SRTPLA75M12F023T' };

const person = (codiceFiscale: string | undefined, more: object = {}, acr = SPID_L2): PersonThere => ({
  acr,
  claims: { given_name: 'Lia', family_name: 'Bini', [IDENTITY_CLAIMS.codiceFiscale[0]]: codiceFiscale === undefined ? undefined : `TINIT-${codiceFiscale}`, ...more },
});

const PEOPLE: Readonly<Record<string, PersonThere>> = {
  bini: person(CODES.bini),
  spid: person(CODES.bini, { [IDENTITY_CLAIMS.spidCode[0]]: 'ABCD123456789A' }),
  weak: person(CODES.bini, {}, SPID_L1),
  company: person(CODES.bini, { 'https://attributes.eid.gov.it/company_name': 'Ditta di prova' }),
  unnamed: person(undefined),
  stranger: person('RSSMRA80A01H501U'),
  closed: person(CODES.sarti),
};

describe('single sign-on at a certified provider', () => {
  let provider: TestProvider;
  let api: TestApi;

  beforeAll(async () => {
    const client = { clientId: 'sportello', clientSecret: 'a client secret of the tests alone' };
    provider = await TestProvider.start({ ...client, redirectUri: CALLBACK, signedOutUri: `${OURS}/accesso`, people: PEOPLE });
    const identityProvider = new OpenIdProvider({
      issuer: new URL(provider.issuer),
      clientId: client.clientId,
      authentication: { kind: 'secret', secret: client.clientSecret },
      name: 'SPID o CIE',
      redirectUri: CALLBACK,
      signedOutUri: `${OURS}/accesso`,
      now: () => api.clock.now(),
    });
    api = await TestApi.start({ identityProvider });
    // The provider lives by the computer's clock.
    api.clock.pass({ seconds: (Date.now() - api.clock.now().getTime()) / 1000 });
    await api.database.query(`update operator set codice_fiscale = $1 where username = 'bini'`, [CODES.bini]);
    await api.database.query(`update operator set codice_fiscale = $1, disabled_at = now() where username = 'sarti'`, [CODES.sarti]);
  });
  afterAll(async () => {
    await api.close();
    await provider.stop();
  });
  afterEach(() => {
    provider.lie = undefined;
    provider.unsigned = undefined;
  });

  const browser = () => new TwoSiteBrowser({ [OURS]: api.url });
  const isCallback = (url: URL): boolean => url.href.startsWith(CALLBACK);

  /** From the button to the provider's page, to the address that the provider sends the browser back to. */
  const asked = async (at: TwoSiteBrowser, who: string, query = ''): Promise<URL> => {
    const page = await pageThere(at, query);
    return picked(at, page, who);
  };
  const pageThere = async (at: TwoSiteBrowser, query = ''): Promise<URL> => (await at.go(`${OURS}/api/single-sign-on${query}`)).url;
  const picked = async (at: TwoSiteBrowser, url: URL, who: string): Promise<URL> => {
    return (await at.go(`${url.origin}${url.pathname}/${who.startsWith('nr') ? 'error' : 'as'}/${who}`, isCallback)).url;
  };
  const back = async (at: TwoSiteBrowser, address: URL): Promise<string> => (await at.go(address.href, ({ pathname }) => pathname.startsWith('/accesso'))).url.href;
  const collected = (at: TwoSiteBrowser): Promise<Response> => at.post(`${OURS}/api/session/single-sign-on`);
  const whyNot = async (at: TwoSiteBrowser): Promise<unknown> => {
    const response = await collected(at);
    return ((await response.json()) as Problem).details?.['because'];
  };
  const comesBackAs = async (who: string): Promise<unknown> => {
    const at = browser();
    await back(at, await asked(at, who));
    return whyNot(at);
  };
  const lastRefusal = async () => (await api.database.query<{ details: object }>(`select details from audit_row where act = 'session.refused' order by at desc, id desc limit 1`))[0]?.details;

  it('opens the session of the one operator with that codice fiscale, by two factors, and tells it in the log', async () => {
    const at = browser();
    expect(await back(at, await asked(at, 'bini'))).toBe(`${OURS}/accesso/ritorno`);
    const response = await collected(at);
    expect(SessionView.parse(await response.json())).toMatchObject({ operator: { displayName: 'L. Bini' }, desk: { name: 'Sportello 2' } });
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Host-session=[\w-]{43}; .*SameSite=Strict$/);
    const rows = await api.database.query<{ details: object }>(`select details from audit_row where act = 'session.opened'`);
    expect(rows.at(-1)?.details).toMatchObject({ means: 'single-sign-on' });
    // What came of it is told once.
    expect(await whyNot(at)).toBe('stale-request');
  });

  it('asks for a fresh proof at level 2, with PKCE, and ties it to the browser by a cookie that comes along from the provider’s site', async () => {
    const at = browser();
    const { url } = await at.go(`${OURS}/api/single-sign-on`, ({ origin }) => origin === provider.issuer);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', prompt: 'login', max_age: '300', redirect_uri: CALLBACK, acr_values: expect.stringContaining(SPID_L2) as unknown });
    expect(url.searchParams.get('acr_values')).not.toContain(SPID_L1);
    const response = await fetch(`${api.url}/api/single-sign-on`, { redirect: 'manual' });
    expect(response.headers.getSetCookie()).toEqual([expect.stringMatching(/^__Host-sso=[\w-]{43}; Path=\/; Max-Age=360; HttpOnly; Secure; SameSite=Lax$/)]);
  });

  it('keeps neither state, code nor cookie, and of the person nothing, be it in tables or in the log', async () => {
    const at = browser();
    const address = await asked(at, 'stranger');
    await back(at, address);
    const rows = await api.database.query<{ text: string }>('select p::text as text from pending_single_sign_on p union all select r::text from audit_row r');
    const texts = [...rows.map(({ text }) => text), ...api.logLines].join('\n');
    for (const secret of [address.searchParams.get('state'), address.searchParams.get('code'), at.cookie('__Host-sso'), 'RSSMRA80A01H501U']) expect(texts).not.toContain(secret);
    expect(await whyNot(at)).toBe('unknown-person');
  });

  it('ends the session that the browser had before', async () => {
    const earlier = await api.signIn('carli');
    const at = browser();
    at.take(OURS, '__Host-session', earlier.cookie.split('=')[1] ?? '');
    await back(at, await asked(at, 'spid'));
    expect((await collected(at)).status).toBe(200);
    await earlier.get('/api/session').expect(401);
    expect((await api.database.query<{ details: object }>(`select details from audit_row where act = 'session.opened' order by at desc, id desc limit 1`))[0]?.details).toMatchObject({ means: 'spid' });
  });

  it.each([
    ['weak', 'level-too-low', { because: 'level-too-low', level: 1 }],
    ['company', 'legal-person', { because: 'legal-person', level: 2 }],
    ['unnamed', 'data-missing', { because: 'data-missing' }],
    ['stranger', 'unknown-person', { because: 'unknown-person', level: 2 }],
    ['closed', 'unknown-person', { because: 'account-closed' }],
    ['nr19', 'attempts-used-up', { because: 'attempts-used-up' }],
    ['nr22', 'consent-denied', { because: 'consent-denied' }],
    ['nr25', 'called-off', { because: 'called-off' }],
  ])('lets nobody in who comes back as %s, for they are %s', async (who, because, told) => {
    expect(await comesBackAs(who)).toBe(because);
    expect(await lastRefusal()).toMatchObject({ ...told, means: 'single-sign-on', provider: '127.0.0.1' });
  });

  it('lets nobody in when two accounts have the codice fiscale, be it as an omocode', async () => {
    await api.database.query(`update operator set codice_fiscale = 'BNILIA80A41H50MU' where username = 'carli'`);
    expect(await comesBackAs('bini')).toBe('unknown-person');
    expect(await lastRefusal()).toMatchObject({ because: 'several-accounts' });
    await api.database.query(`update operator set codice_fiscale = null where username = 'carli'`);
  });

  describe('an old request', () => {
    it('is refused when it was used, be it by the back button or by a copied address', async () => {
      const at = browser();
      const address = await asked(at, 'bini');
      await back(at, address);
      expect((await collected(at)).status).toBe(200);
      expect(await back(at, address)).toBe(`${OURS}/accesso/ritorno`);
      expect(await whyNot(at)).toBe('stale-request');
    });

    it('is refused after five minutes', async () => {
      const at = browser();
      const address = await asked(at, 'bini');
      api.clock.pass({ minutes: 5, seconds: 1 });
      await back(at, address);
      expect(await whyNot(at)).toBe('stale-request');
      api.clock.pass({ minutes: -5, seconds: -1 });
    });

    it('is refused in another browser, and where the cookie is lost', async () => {
      const [at, another, forgetful] = [browser(), browser(), browser()];
      await asked(another, 'bini');
      await back(another, await asked(at, 'bini'));
      expect(await whyNot(another)).toBe('stale-request');
      const address = await asked(forgetful, 'bini');
      forgetful.forget('__Host-sso');
      await back(forgetful, address);
      expect(await whyNot(forgetful)).toBe('stale-request');
    });

    it('is one that nobody made, or an address kept among the bookmarks', async () => {
      const at = browser();
      const rows = () => api.database.query('select 1 from audit_row');
      const before = await rows();
      for (const query of ['', '?state=x&code=y', `?state=${'A'.repeat(43)}&code=y&error=%3Cb%3E`]) {
        expect(await back(at, new URL(`${CALLBACK}${query}`))).toBe(`${OURS}/accesso/ritorno`);
        expect(await whyNot(at)).toBe('stale-request');
      }
      // Anybody could fill the log with it.
      expect(await rows()).toHaveLength(before.length);
    });
  });

  it('goes on in two tabs of one browser, each with its own request', async () => {
    const at = browser();
    const first = await pageThere(at);
    const second = await asked(at, 'bini', '?tab=own');
    expect(await back(at, second)).toBe(`${OURS}/accesso/ritorno/scheda`);
    expect((await collected(at)).status).toBe(200);
    expect(await back(at, await picked(at, first, 'bini'))).toBe(`${OURS}/accesso/ritorno`);
    expect((await collected(at)).status).toBe(200);
  });

  describe('a word that is not the provider’s, or not for this request', () => {
    const seconds = () => Math.floor(Date.now() / 1000);
    it.each<[string, (claims: Record<string, unknown>) => Record<string, unknown>, string]>([
      ['of another nonce', (claims) => ({ ...claims, nonce: 'altro' }), 'not-verified'],
      ['of another issuer', (claims) => ({ ...claims, iss: 'https://altro.example' }), 'not-verified'],
      ['for another client', (claims) => ({ ...claims, aud: 'altro' }), 'not-verified'],
      ['for two clients, and handed to the other', (claims) => ({ ...claims, aud: ['sportello', 'altro'], azp: 'altro' }), 'not-verified'],
      ['that has expired', (claims) => ({ ...claims, exp: seconds() - 3600, iat: seconds() - 7200 }), 'not-verified'],
      ['of a proof an hour ago', (claims) => ({ ...claims, auth_time: seconds() - 3600 }), 'not-fresh'],
      ['that does not say when it was proved', (claims) => ({ ...claims, auth_time: undefined }), 'not-fresh'],
      ['that does not say how strongly', (claims) => ({ ...claims, acr: undefined }), 'level-too-low'],
    ])('%s is refused', async (_, lie, because) => {
      provider.lie = lie;
      expect(await comesBackAs('bini')).toBe(because);
    });

    it.each(['none', 'HS256'])('signed with %s is refused', async (algorithm) => {
      provider.unsigned = algorithm;
      expect(await comesBackAs('bini')).toBe('not-verified');
    });

    it('is refused when the address names another provider (RFC 9207), or none', async () => {
      for (const change of [(url: URL) => url.searchParams.set('iss', 'https://altro.example'), (url: URL) => url.searchParams.delete('iss')]) {
        const at = browser();
        const address = await asked(at, 'bini');
        change(address);
        await back(at, address);
        expect(await whyNot(at)).toBe('not-verified');
      }
    });

    it('is refused when the code belongs to another request', async () => {
      const [at, other] = [browser(), browser()];
      const [address, foreign] = [await asked(at, 'stranger'), await asked(other, 'bini')];
      address.searchParams.set('code', foreign.searchParams.get('code') ?? '');
      await back(at, address);
      expect(await whyNot(at)).toBe('stale-request');
    });
  });

  it('goes on when the provider has another key, without anybody’s doing', async () => {
    provider.rotateKeys();
    const at = browser();
    await back(at, await asked(at, 'bini'));
    expect((await collected(at)).status).toBe(200);
  });

  it('takes nobody for an operator whose account was closed on the way', async () => {
    const at = browser();
    await back(at, await asked(at, 'bini'));
    await api.database.query(`update operator set disabled_at = now() where username = 'bini'`);
    expect(await whyNot(at)).toBe('unknown-person');
    await api.database.query(`update operator set disabled_at = null where username = 'bini'`);
  });

  it('offers to sign out at the provider too', async () => {
    const response = await fetch(`${api.url}/api/single-sign-on/end`, { redirect: 'manual' });
    expect(response.headers.get('location')).toMatch(new RegExp(`^${provider.issuer}/session/end\\?.*post_logout_redirect_uri=`));
  });
});

describe('a provider that does not answer', () => {
  it('is said on the page, kept from being asked again and again, and leaves the other ways open; when it is back, so is the way', async () => {
    const client = { clientId: 'sportello', clientSecret: 'a client secret of the tests alone', redirectUri: CALLBACK, signedOutUri: `${OURS}/accesso`, people: PEOPLE };
    const first = await TestProvider.start(client);
    await first.stop();
    let api: TestApi | undefined = undefined;
    const now = (): Date => (api ? api.clock.now() : new Date());
    const identityProvider = new OpenIdProvider({ issuer: new URL(first.issuer), clientId: client.clientId, authentication: { kind: 'secret', secret: client.clientSecret }, name: null, redirectUri: CALLBACK, signedOutUri: client.signedOutUri, now });
    const started = await TestApi.start({ identityProvider });
    api = started;
    const at = new TwoSiteBrowser({ [OURS]: started.url });
    const whyNot = async (): Promise<unknown> => {
      expect((await at.go(`${OURS}/api/single-sign-on`, ({ pathname }) => pathname.startsWith('/accesso'))).url.pathname).toBe('/accesso/ritorno');
      return ((await (await at.post(`${OURS}/api/session/single-sign-on`)).json()) as Problem).details?.['because'];
    };
    expect(await whyNot()).toBe('provider-away');
    expect(started.logLines.some((line) => line.includes('single sign-on did not begin') && line.includes('ECONNREFUSED'))).toBe(true);
    await started.signIn('bini');

    const again = await TestProvider.start(client, first.port);
    expect(await whyNot()).toBe('provider-away');
    started.clock.pass({ seconds: 6 });
    expect((await at.go(`${OURS}/api/single-sign-on`)).url.pathname).toMatch(/^\/interaction\//);
    await again.stop();
    await started.close();
  });
});
