// SPDX-License-Identifier: AGPL-3.0-or-later
/** All that comes out of the Moduli printer: plain paper without a code. */
export const PAPERS = ['form', 'receipt', 'self-declaration', 'delegation', 'leaflet', 'return-slip', 'what-to-bring', 'functional-check', 'sale-receipt'] as const;

export type PaperKind = (typeof PAPERS)[number];

/** What a functional check looks at, without a PIN, in the order in which the paper tells it. */
export const CHECKED_PARTS = ['chip', 'dates', 'certificate', 'revocation', 'lot'] as const;

export type CheckedPart = (typeof CHECKED_PARTS)[number];

export const CHECK_OUTCOMES = ['ok', 'warning', 'bad', 'not-checked'] as const;

export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

/** The whole card, as one word. */
export const CHECK_VERDICTS = ['works', 'doubtful', 'works-not'] as const;

export type CheckVerdict = (typeof CHECK_VERDICTS)[number];

/** How somebody signs. `mark`: who cannot sign makes a mark before a public official, who attests it (DPR 445/2000 art. 4). */
export const SIGNING_WAYS = ['own-hand', 'mark'] as const;

export type SigningWay = (typeof SIGNING_WAYS)[number];
