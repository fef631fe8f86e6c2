// SPDX-License-Identifier: AGPL-3.0-or-later
import { get } from 'node:https';
import { text } from 'node:stream/consumers';
import { pemOf } from '../data-folder/pem';

export interface SelfCheckAsked {
  readonly url: string;
  /** DER, PKCS #8: a TLS client of Node signs by the key itself, and not through the chip. */
  readonly card: { readonly certificateDer: Uint8Array; readonly privateKeyDer: Uint8Array };
  readonly authorityDer: Uint8Array;
}

/** What the page *La mia tessera funziona?* says of a card, as a browser with the card in its reader would be told; null: it does not answer. */
export const askSelfCheck = ({ url, card, authorityDer }: SelfCheckAsked): Promise<string | null> =>
  new Promise((resolve) => {
    const credential = { cert: pemOf('CERTIFICATE', card.certificateDer), key: pemOf('PRIVATE KEY', card.privateKeyDer), ca: pemOf('CERTIFICATE', authorityDer) };
    get(url, { ...credential, agent: false }, (response) => void text(response).then((page) => resolve(headingOf(page)), () => resolve(null))).on('error', () => resolve(null));
  });

const headingOf = (page: string): string | null => /<h2 id="found">([^<]+)<\/h2>/.exec(page)?.[1] ?? null;
