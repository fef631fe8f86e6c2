// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PrinterCondition } from '@sportello/contracts';
import type { IppFault, PrinterCondition as IppCondition, PrinterDescription } from '@sportello/ipp';
import type { PrinterSettings } from '../config/settings';

/** What the desk is told of each condition that a printer can name. */
const deskWord: Readonly<Record<IppCondition, PrinterCondition>> = {
  offline: 'offline',
  'media-jam': 'media-jam',
  'door-open': 'door-open',
  'media-empty': 'media-empty',
  'tray-missing': 'media-empty',
  'output-full': 'output-full',
  'toner-empty': 'toner-empty',
  paused: 'stopped',
  stopped: 'stopped',
  'not-accepting': 'stopped',
  'media-low': 'ready',
  'toner-low': 'ready',
  printing: 'printing',
  ready: 'ready',
};

const deskWordOfFault: Readonly<Record<IppFault['kind'], PrinterCondition>> = {
  unreachable: 'offline',
  timeout: 'offline',
  busy: 'printing',
  'certificate-mismatch': 'certificate-changed',
  'not-accepting': 'stopped',
  'unsupported-format': 'stopped',
  aborted: 'stopped',
  'access-denied': 'stopped',
  'not-found': 'stopped',
  'not-possible': 'stopped',
  protocol: 'stopped',
};

/** The worst first, as the printer lists them; a warning in front of `printing` is passed over. */
export function conditionOf(conditions: readonly IppCondition[]): PrinterCondition {
  const words = conditions.map((condition) => deskWord[condition]);
  return words.find((word) => word !== 'ready') ?? 'ready';
}

export function conditionOfAnswer(answer: PrinterDescription | IppFault): PrinterCondition {
  return answer.kind === 'printer' ? conditionOf(answer.conditions) : deskWordOfFault[answer.kind];
}

/** The same where a document must not lie on a disk, unless the administrator wrote that it may: what does not say that it is a printer counts as a queue. */
export function conditionHere(answer: PrinterDescription | IppFault, { mayKeepOnDisk }: Pick<PrinterSettings, 'mayKeepOnDisk'>): PrinterCondition {
  const isRefused = answer.kind === 'printer' && answer.spooling !== 'printer' && !mayKeepOnDisk;
  return isRefused ? 'spools-to-disk' : conditionOfAnswer(answer);
}

/** A printer that prints something else takes a job all the same. */
export function canPrint(condition: PrinterCondition): boolean {
  return condition === 'ready' || condition === 'printing';
}
