// SPDX-License-Identifier: AGPL-3.0-or-later
/** All that comes out of the Moduli printer: plain paper without a code. */
export const PAPERS = ['form', 'receipt', 'self-declaration', 'delegation', 'leaflet', 'return-slip', 'what-to-bring', 'functional-check', 'sale-receipt', 'revocation-receipt', 'revocation-declaration'] as const;

export type PaperKind = (typeof PAPERS)[number];

/** How somebody signs. `mark`: who cannot sign makes a mark before a public official, who attests it (DPR 445/2000 art. 4). */
export const SIGNING_WAYS = ['own-hand', 'mark'] as const;

export type SigningWay = (typeof SIGNING_WAYS)[number];
