// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AssertedIdentity, Outcome, SingleSignOnRefusal } from '@sportello/domain';

/** What ties a provider's answer to one request of one browser. Made anew for each, and used once. */
export interface RequestSecrets {
  readonly state: string;
  readonly nonce: string;
  /** RFC 7636. */
  readonly codeVerifier: string;
}

/** Why there is no identity: what the person is told, and a closed word for the administrator's log. */
export interface NotAsserted {
  readonly because: SingleSignOnRefusal;
  readonly detail: string;
}

/** Whoever vouches for people, as the API sees them. */
export abstract class IdentityProvider {
  /** False: this installation has none, and no page offers it. */
  abstract readonly isThere: boolean;
  /** What the body calls it; null: SPID or CIE. */
  abstract readonly name: string | null;
  /** Host name, for the log. */
  abstract readonly host: string;
  /** Where the browser goes to sign in. */
  abstract begin(secrets: RequestSecrets): Promise<Outcome<URL, NotAsserted>>;
  /** Verifies what the browser brought back (the query of the address), and asks for the rest. */
  abstract finish(query: URLSearchParams, secrets: RequestSecrets): Promise<Outcome<AssertedIdentity, NotAsserted>>;
  /** Where the browser goes to sign out there too; undefined where the provider does not offer it, or does not answer. */
  abstract end(): Promise<URL | undefined>;
}

const nobody = (): Promise<Outcome<never, NotAsserted>> => Promise.resolve({ ok: false, refusal: { because: 'provider-away', detail: 'not-configured' } });

/** An installation without single sign-on. */
export const NO_PROVIDER: IdentityProvider = { isThere: false, name: null, host: '', begin: nobody, finish: nobody, end: () => Promise.resolve(undefined) };
