// SPDX-License-Identifier: AGPL-3.0-or-later
/** The icons that the pages use; `build/icon-sprite.mjs` takes these, and no others, out of Bootstrap Italia. */
export const ICON_NAMES = ['it-user', 'it-expand', 'it-card', 'it-file-signed', 'it-file', 'it-clock', 'it-close', 'it-logout', 'it-help-circle', 'it-lock', 'it-key'] as const;

export type IconName = (typeof ICON_NAMES)[number];
