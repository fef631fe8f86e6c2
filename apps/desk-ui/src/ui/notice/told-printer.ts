// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PrinterCondition } from '@sportello/contracts';
import { wording } from '../words/wording';
import type { Wording } from '../words/wording';

/** What keeps a printer from printing, each with what to do. `printing`: it prints something else, and did not take the document in time. */
export const TOLD_CONDITIONS = [
  'media-jam',
  'media-empty',
  'door-open',
  'output-full',
  'toner-empty',
  'stopped',
  'offline',
  'printing',
  'certificate-changed',
  'spools-to-disk',
] as const satisfies readonly PrinterCondition[];

export interface ToldPrinter {
  readonly heading: Wording;
  readonly text: Wording;
}

/** Which printer does not print, why, and what to do about it; nothing when nobody said why. */
export function toldPrinter(details: Readonly<Record<string, unknown>> | undefined): ToldPrinter | undefined {
  const condition = TOLD_CONDITIONS.find((told) => told === details?.['condition']);
  if (!condition) return undefined;
  const heading = details?.['printer'] === 'forms' ? 'forms' : 'title';
  return { heading: wording(`printer.${condition}.${heading}`), text: wording(`printer.${condition}.text`) };
}
