// SPDX-License-Identifier: AGPL-3.0-or-later
import { ASSURANCE_LEVELS, type AssertedIdentity, IDENTITY_CLAIMS, LEAST_LEVEL, LEGAL_PERSON_CLAIMS, type Outcome, accept, refuse } from '@sportello/domain';
import * as oidc from 'openid-client';
import { IdentityProvider, type NotAsserted, type RequestSecrets } from './identity-provider';
import { notAsserted } from './not-asserted';
import { allowLoopback, PATIENCE_SECONDS, ProviderMetadata } from './provider-metadata';

export interface OpenIdProviderOptions {
  readonly issuer: URL;
  readonly clientId: string;
  /** How we prove to the provider who we are. */
  readonly authentication: { readonly kind: 'secret'; readonly secret: string } | { readonly kind: 'key'; readonly key: oidc.CryptoKey };
  readonly name: string | null;
  /** Exactly as it is registered there. */
  readonly redirectUri: string;
  /** Where the browser lands after it signed out there. */
  readonly signedOutUri: string;
  readonly now: () => Date;
}

/** Somebody proves who they are for this request, not for one of five minutes ago. */
const MAX_AGE_SECONDS = 5 * 60;
/** What is asked of whoever tells claims one by one (OpenID Connect Core §5.5). */
const CLAIMS = JSON.stringify({
  id_token: { acr: { essential: true }, auth_time: { essential: true } },
  userinfo: {
    given_name: { essential: true },
    family_name: { essential: true },
    [IDENTITY_CLAIMS.codiceFiscale[0]]: { essential: true },
    [IDENTITY_CLAIMS.spidCode[0]]: null,
    // To be told of a company, and refuse it.
    [LEGAL_PERSON_CLAIMS[0]]: null,
    [LEGAL_PERSON_CLAIMS[1]]: null,
  },
});

/** OpenID Connect, code flow with PKCE (RFC 9700 §2.1.1). */
export class OpenIdProvider extends IdentityProvider {
  override readonly isThere = true;
  override readonly name: string | null;
  override readonly host: string;
  private readonly metadata: ProviderMetadata;

  constructor(private readonly options: OpenIdProviderOptions) {
    super();
    const { issuer, clientId, now } = options;
    this.name = options.name;
    this.host = issuer.hostname;
    this.metadata = new ProviderMetadata(issuer, clientId, now);
  }

  override async begin({ state, nonce, codeVerifier }: RequestSecrets): Promise<Outcome<URL, NotAsserted>> {
    const configuration = await this.configuration();
    if (!configuration.ok) return configuration;
    const { acr_values_supported: known, claims_parameter_supported: tellsClaims } = configuration.value.serverMetadata();
    const strong = ASSURANCE_LEVELS.filter(({ level }) => level >= LEAST_LEVEL).map(({ acr }) => acr);
    const asked = known ? strong.filter((acr) => known.includes(acr)) : strong.slice(0, 1);
    const url = oidc.buildAuthorizationUrl(configuration.value, {
      redirect_uri: this.options.redirectUri,
      scope: 'openid profile',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      acr_values: asked.join(' '),
      prompt: 'login',
      max_age: String(MAX_AGE_SECONDS),
      ui_locales: 'it',
      ...(tellsClaims === true && { claims: CLAIMS }),
    });
    return accept(url);
  }

  override async finish(query: URLSearchParams, { state, nonce, codeVerifier }: RequestSecrets): Promise<Outcome<AssertedIdentity, NotAsserted>> {
    const configuration = await this.configuration();
    if (!configuration.ok) return configuration;
    const address = new URL(`${this.options.redirectUri}?${query.toString()}`);
    try {
      // How old a proof may be is a rule of the desk's, which has its words.
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier, idTokenExpected: true };
      const tokens = await oidc.authorizationCodeGrant(configuration.value, address, checks);
      const told = tokens.claims();
      if (!told) return refuse({ because: 'not-verified', detail: 'no-id-token' });
      const hasMore = configuration.value.serverMetadata().userinfo_endpoint !== undefined;
      const more = hasMore ? await oidc.fetchUserInfo(configuration.value, tokens.access_token, told.sub) : {};
      const authenticatedAt = told.auth_time === undefined ? undefined : new Date(told.auth_time * 1000);
      // What is signed wins over what is only fetched.
      return accept({ providerHost: this.host, acr: typeof told['acr'] === 'string' ? told['acr'] : undefined, authenticatedAt, claims: { ...more, ...told } });
    } catch (error) {
      return refuse(notAsserted(error));
    }
  }

  override async end(): Promise<URL | undefined> {
    const configuration = await this.configuration();
    if (!configuration.ok || !configuration.value.serverMetadata().end_session_endpoint) return undefined;
    return oidc.buildEndSessionUrl(configuration.value, { post_logout_redirect_uri: this.options.signedOutUri });
  }

  /** Made anew for each request: with it goes what the library kept of the provider's keys, so that a new key there is known here at once. */
  private async configuration(): Promise<Outcome<oidc.Configuration, NotAsserted>> {
    const metadata = await this.metadata.get();
    if (!metadata.ok) return metadata;
    const { clientId, authentication } = this.options;
    const proof = authentication.kind === 'secret' ? oidc.ClientSecretBasic(authentication.secret) : oidc.PrivateKeyJwt(authentication.key);
    const configuration = new oidc.Configuration(metadata.value, clientId, {}, proof);
    configuration.timeout = PATIENCE_SECONDS;
    if (this.options.issuer.protocol === 'http:') allowLoopback(configuration);
    // The library trusts the connection for a token that it fetched itself; we want the signature as well.
    oidc.enableNonRepudiationChecks(configuration);
    return accept(configuration);
  }
}
