// SPDX-License-Identifier: AGPL-3.0-or-later
import { IDENTITY_CLAIMS, LEGAL_PERSON_CLAIMS } from '@sportello/domain';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createPrivateKey, generateKeyPairSync, type JsonWebKey, randomUUID, sign } from 'node:crypto';
import { Provider, type Configuration } from 'oidc-provider';

/** Somebody whom the provider knows, and how strongly they prove it there. */
export interface PersonThere {
  readonly acr: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface TestProviderOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly signedOutUri: string;
  readonly people: Readonly<Record<string, PersonThere>>;
  /** The page on which a person chooses who they are. */
  readonly title?: string;
}

type Claims = Record<string, unknown>;

/** A certified OpenID provider (oidc-provider) on a loopback port, with a page of its own on which one picks a person; and, when a spec says so, one that lies. */
export class TestProvider {
  /** What the provider puts into the next ID tokens in place of the truth, signed with its good key. */
  lie: ((claims: Claims) => Claims) | undefined;
  /** The algorithm that it writes over an ID token which nobody signed. */
  unsigned: string | undefined;
  private provider: Provider;
  private key: JsonWebKey;

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
    private readonly options: TestProviderOptions,
  ) {
    [this.provider, this.key] = this.open();
  }

  static async start(options: TestProviderOptions, port = 0): Promise<TestProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const address = server.address() as { readonly port: number };
    const provider = new TestProvider(server, `http://127.0.0.1:${address.port}`, options);
    server.on('request', (request, response) => void provider.answer(request, response));
    return provider;
  }

  get port(): number {
    return Number(new URL(this.issuer).port);
  }

  /** Another key, and the old one is no more; what was on its way is forgotten. */
  rotateKeys(): void {
    [this.provider, this.key] = this.open();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private open(): readonly [Provider, JsonWebKey] {
    const key = { ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'RS256' };
    const provider = new Provider(this.issuer, configurationOf(this.options, key));
    provider.use(async (context, next) => {
      await next();
      const body = context.body as { id_token?: string } | undefined;
      if (context.path === '/token' && body?.id_token !== undefined) body.id_token = this.tell(body.id_token);
    });
    return [provider, key];
  }

  /** The page is ours; all the rest is the provider's. */
  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, uid, act, who = ''] = /^\/interaction\/([\w-]+)(?:\/(as|error)\/([\w-]+))?$/.exec(request.url ?? '') ?? [];
    if (uid === undefined) return void this.provider.callback()(request, response);
    if (act === undefined) return void response.setHeader('content-type', 'text/html; charset=utf-8').end(pageOf(uid, this.options));
    const person = this.options.people[who];
    const result = act === 'as' && person ? { login: { accountId: who, acr: person.acr } } : { error: 'access_denied', error_description: `ErrorCode ${who} <b>non per la pagina</b>` };
    await this.provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  }

  private tell(token: string): string {
    if (!this.lie && this.unsigned === undefined) return token;
    const [header = '', payload = ''] = token.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    const told = JSON.parse(payload) as Claims;
    const written = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${written(this.unsigned === undefined ? JSON.parse(header) : { alg: this.unsigned })}.${written(this.lie?.(told) ?? told)}`;
    const signature = this.unsigned === undefined ? sign('sha256', Buffer.from(text), createPrivateKey({ key: this.key, format: 'jwk' })).toString('base64url') : '';
    return `${text}.${signature}`;
  }
}

function configurationOf({ clientId, clientSecret, redirectUri, signedOutUri, people }: TestProviderOptions, key: JsonWebKey): Configuration {
  const own = [...IDENTITY_CLAIMS.codiceFiscale, ...IDENTITY_CLAIMS.spidCode, ...LEGAL_PERSON_CLAIMS];
  return {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri], post_logout_redirect_uris: [signedOutUri] }],
    jwks: { keys: [key] },
    cookies: { keys: [randomUUID()] },
    acrValues: ['https://www.spid.gov.it/SpidL1', 'https://www.spid.gov.it/SpidL2', 'https://www.spid.gov.it/SpidL3'],
    claims: { profile: ['given_name', 'family_name'], eid: [...own] },
    features: { devInteractions: { enabled: false }, claimsParameter: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId, ...people[accountId]?.claims }) }),
    // Nobody is asked for consent.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid profile');
      grant.addOIDCClaims(['given_name', 'family_name', ...own]);
      await grant.save();
      return grant;
    },
  };
}

function pageOf(uid: string, { people, title = 'Fornitore di identità di prova' }: TestProviderOptions): string {
  const links = Object.keys(people).map((who) => `<li><a href="/interaction/${uid}/as/${who}">${who}</a></li>`);
  return `<!doctype html><html lang="it"><title>${title}</title><h1>${title}</h1><ul>${links.join('')}</ul><a href="/interaction/${uid}/error/nr25">Annulla</a></html>`;
}
