// SPDX-License-Identifier: AGPL-3.0-or-later
import type { integerTags, languageStringTags, outOfBandTags, stringTags } from './tags';

/** A value of an attribute, by the names of RFC 8011 §5.1. */
export type IppValue =
  | { readonly tag: keyof typeof integerTags; readonly value: number }
  | { readonly tag: 'boolean'; readonly value: boolean }
  | { readonly tag: keyof typeof stringTags; readonly value: string }
  | { readonly tag: keyof typeof languageStringTags; readonly value: string; readonly language: string }
  | { readonly tag: 'octetString'; readonly value: Uint8Array }
  /** Precise to a tenth of a second; the offset from UTC, in minutes, is the one the sender wrote. */
  | { readonly tag: 'dateTime'; readonly value: Date; readonly offsetMinutes: number }
  | { readonly tag: 'resolution'; readonly crossFeed: number; readonly feed: number; readonly unit: 'dpi' | 'dpcm' }
  | { readonly tag: 'rangeOfInteger'; readonly lower: number; readonly upper: number }
  | { readonly tag: 'collection'; readonly members: readonly { readonly name: string; readonly values: readonly IppValue[] }[] }
  | { readonly tag: keyof typeof outOfBandTags }
  /** A tag that no table here knows, kept as it came (RFC 8010 §3.5.2 reserves the rest). */
  | { readonly tag: 'unrecognised'; readonly code: number; readonly value: Uint8Array };
