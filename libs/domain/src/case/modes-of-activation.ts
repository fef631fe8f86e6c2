// SPDX-License-Identifier: AGPL-3.0-or-later
/** In which quality somebody had the card activated: a lasting legal attribute of the card. */
export const MODES_OF_ACTIVATION = ['direct', 'parental', 'guardian', 'curator', 'support-administrator', 'health-delegate'] as const;

export type ModeOfActivation = (typeof MODES_OF_ACTIVATION)[number];
