// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CodeKind } from '../code-forms';

/** The kinds of place in which codes are looked for. */
export const PLACE_KINDS = [
  'logs',
  'database, read out',
  'database files and WAL',
  'traffic of station and API',
  'traffic of page and API',
  'traffic of API and vault',
  'browser',
  'files of the station',
  'files of the API',
  'files of the vault',
  'printer queue',
  'heap of the API',
  'heap of the station',
  'memory of the API',
  'memory of the station',
  'environment and command line',
  'core dumps',
] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Some bytes of a place. `part` names them for whoever looks for a leak. */
export interface Sample {
  readonly kind: PlaceKind;
  readonly part: string;
  readonly bytes: Uint8Array;
}

/** One at a time: together they are hundreds of megabytes. */
export type Samples = AsyncIterable<Sample> | Iterable<Sample>;

/**
 * The promise, place by place. The API is given each CIP for a moment, and opens transport codes to seal them to the station: nothing of both stays in its heap, but
 * freed memory may still show them. PIN and PUK never come near it.
 */
export function isPromised(code: CodeKind, place: PlaceKind): boolean {
  return place !== 'memory of the API' || code === 'pin' || code === 'puk';
}

/** Raw memory is full of numbers of five digits in clear, and of chance: only what is certain counts there. */
export function isCrowded(place: PlaceKind): boolean {
  return place === 'memory of the API' || place === 'memory of the station' || place === 'core dumps';
}
