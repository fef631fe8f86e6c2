// SPDX-License-Identifier: AGPL-3.0-or-later
import { InjectionToken } from '@angular/core';
import type { PasskeyAssertion, PasskeyCreationOptions, PasskeyRegistration, PasskeyRequestOptions } from '@sportello/contracts';

/** The browser's passkeys, behind a port: nothing comes of it when the person calls it off, or the browser has none that fit. */
export interface BrowserPasskeys {
  readonly isSupported: boolean;
  sign(options: PasskeyRequestOptions): Promise<PasskeyAssertion | null>;
  make(options: PasskeyCreationOptions): Promise<PasskeyRegistration | null>;
}

/** The library for it is loaded when it is first used: the first page stays small. */
export const BROWSER_PASSKEYS = new InjectionToken<BrowserPasskeys>('browser passkeys', {
  providedIn: 'root',
  factory: () => ({
    isSupported: typeof PublicKeyCredential !== 'undefined',
    async sign(options) {
      const { startAuthentication } = await import('@simplewebauthn/browser');
      return startAuthentication({ optionsJSON: options as Parameters<typeof startAuthentication>[0]['optionsJSON'] }).then(assertionOf, calledOff);
    },
    async make(options) {
      const { startRegistration } = await import('@simplewebauthn/browser');
      return startRegistration({ optionsJSON: options as unknown as Parameters<typeof startRegistration>[0]['optionsJSON'] }).then(registrationOf, calledOff);
    },
  }),
});

/** Only what the contract has: what browsers add to it is theirs. */
function assertionOf({ id, rawId, response }: Omit<PasskeyAssertion, 'type'>): PasskeyAssertion {
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return { id, rawId, type: 'public-key', response: { clientDataJSON, authenticatorData, signature, ...(userHandle !== undefined && { userHandle }) } };
}

function registrationOf({ id, rawId, response }: Omit<PasskeyRegistration, 'type'>): PasskeyRegistration {
  const { clientDataJSON, attestationObject, transports } = response;
  return { id, rawId, type: 'public-key', response: { clientDataJSON, attestationObject, ...(transports !== undefined && { transports }) } };
}

/** Browsers say hardly why (WebAuthn §14.5.1), and to the page it is one answer: no passkey. */
function calledOff(): null {
  return null;
}
