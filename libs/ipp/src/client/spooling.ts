// SPDX-License-Identifier: AGPL-3.0-or-later
import { stringsOf, valuesOf } from '../codec/attributes';
import type { IppAttribute } from '../codec/message';

/**
 * Who keeps a document until it is printed. `printer`: the device itself, an IPP Everywhere printer (PWG 5100.14). `queue`: a print server, which writes it to its disk first.
 * `unclear`: it says neither; whoever must not have a document on a disk takes it for a queue.
 */
export type Spooling = 'printer' | 'queue' | 'unclear';

/**
 * Attributes that CUPS's scheduler answers with and a device does not have: its version, where the queue leads to, what it knows of the queue (cups/doc/spec-ipp, "CUPS
 * attributes"). One is enough.
 */
export const queueAttributes = ['cups-version', 'device-uri', 'member-uris', 'printer-type', 'printer-is-shared', 'printer-is-temporary', 'server-is-sharing-printers'] as const;

export type SpoolingJudgement = {
  readonly spooling: Spooling;
  /** The attributes by which a queue was told; empty for what is none. */
  readonly queueSigns: readonly string[];
};

/** Judges a printer group that was asked for these attributes and `ipp-features-supported`. */
export const judgeSpooling = (attributes: readonly IppAttribute[]): SpoolingJudgement => {
  const queueSigns = queueAttributes.filter((name) => valuesOf(attributes, name).length > 0);
  if (queueSigns.length > 0) return { spooling: 'queue', queueSigns };
  return { spooling: stringsOf(attributes, 'ipp-features-supported').includes('ipp-everywhere') ? 'printer' : 'unclear', queueSigns: [] };
};
