// SPDX-License-Identifier: AGPL-3.0-or-later

/** The languages in which an envelope is printed; Italian is the one in which a wording is first written. */
export const ENVELOPE_LANGUAGES = ['it', 'en', 'de'] as const;
export type EnvelopeLanguage = (typeof ENVELOPE_LANGUAGES)[number];

export const ENVELOPE_LAYOUTS = ['normal', 'large-print'] as const;
export type EnvelopeLayout = (typeof ENVELOPE_LAYOUTS)[number];

/** What the citizen wants the envelope to look like: asked at the counter, and kept for new codes of the same case. */
export interface EnvelopeStyle {
  readonly language: EnvelopeLanguage;
  readonly layout: EnvelopeLayout;
}

/** Where nobody said otherwise. */
export const USUAL_ENVELOPE_STYLE: EnvelopeStyle = { language: 'it', layout: 'normal' };
