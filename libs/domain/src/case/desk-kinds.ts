// SPDX-License-Identifier: AGPL-3.0-or-later
/** Whose desk it is. A public relations office (URP) counts as the body that runs it. */
export const DESK_KINDS = ['asl', 'hospital-trust', 'municipality', 'pharmacy'] as const;

export type DeskKind = (typeof DESK_KINDS)[number];
