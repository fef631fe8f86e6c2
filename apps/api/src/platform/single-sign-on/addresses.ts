// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where the provider sends the browser back to: registered there, letter by letter. */
export const CALLBACK_PATH = '/api/single-sign-on/callback';
/** Where the browser is after somebody signed out at the provider too. */
export const SIGNED_OUT_PATH = '/accesso';

/** The page's own address, where it learns what came of it: in the page's tab, or in one that was opened for it. */
export function returnPath(isInOwnTab: boolean): string {
  return isInOwnTab ? '/accesso/ritorno/scheda' : '/accesso/ritorno';
}
