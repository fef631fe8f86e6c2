// SPDX-License-Identifier: AGPL-3.0-or-later
/** How it is known who asks. `official-act`: an office asks, by its act. */
export const IDENTIFICATION_WAYS = ['cip-by-phone', 'cip-on-public-page', 'card-at-desk', 'document-at-desk', 'official-act'] as const;

export type IdentificationWay = (typeof IDENTIFICATION_WAYS)[number];

export function isByCip(way: IdentificationWay): boolean {
  return way === 'cip-by-phone' || way === 'cip-on-public-page';
}

export function isInPerson(way: IdentificationWay): boolean {
  return way === 'card-at-desk' || way === 'document-at-desk';
}
