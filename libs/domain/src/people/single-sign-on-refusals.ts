// SPDX-License-Identifier: AGPL-3.0-or-later
/** Why single sign-on did not lead in, as its person is told it. Each has its words and its next step on the page. */
export const SINGLE_SIGN_ON_REFUSALS = [
  /** The leaflets' rules. */
  'not-fresh',
  'level-too-low',
  'legal-person',
  'data-missing',
  /** Nobody who works here, or not any more: which of the two is not told. */
  'unknown-person',
  /** An address that was kept, a page that was gone back to, or a cookie that is lost. */
  'stale-request',
  'provider-away',
  /** What came back is not the provider's word, or not for us. */
  'not-verified',
  /** The provider's own. */
  'called-off',
  'consent-denied',
  'attempts-used-up',
  'no-such-level',
  'timed-out',
  'identity-suspended',
  'refused-there',
] as const;

export type SingleSignOnRefusal = (typeof SINGLE_SIGN_ON_REFUSALS)[number];

/** SPID's codes of what went wrong on the person's side (AgID, *Tabella messaggi di anomalia*, 19 to 25); a gateway hands them on in `error_description`. */
const OF_SPID_CODE: Readonly<Record<string, SingleSignOnRefusal>> = {
  '19': 'attempts-used-up',
  '20': 'no-such-level',
  '21': 'timed-out',
  '22': 'consent-denied',
  '23': 'identity-suspended',
  '25': 'called-off',
};

/** RFC 6749 §4.1.2.1, OpenID Connect Core §3.1.2.6, and *Unmet Authentication Requirements* 1.0. */
const OF_ERROR: Readonly<Record<string, SingleSignOnRefusal>> = {
  access_denied: 'called-off',
  unmet_authentication_requirements: 'no-such-level',
  login_required: 'timed-out',
  temporarily_unavailable: 'provider-away',
  server_error: 'provider-away',
};

const SPID_CODE = /\bErrorCode nr(?<code>\d{2})\b/;

/** What a provider's error on the way back means. Nothing of its text goes any further. */
export function refusalOfProviderError(error: string, description: string | undefined): SingleSignOnRefusal {
  const code = SPID_CODE.exec(description ?? '')?.groups?.['code'] ?? '';
  return OF_SPID_CODE[code] ?? OF_ERROR[error] ?? 'refused-there';
}
