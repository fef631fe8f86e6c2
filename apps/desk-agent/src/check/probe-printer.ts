// SPDX-License-Identifier: AGPL-3.0-or-later
import { createIppClient, type IppFault, type PrinterCondition, type PrinterDescription } from '@sportello/ipp';
import type { PrinterSettings } from '../config/settings';
import { type CheckName, type Finding, notWell, well } from './finding';

type PrinterCheck = Extract<CheckName, `${string}-printer`>;

const variableOf: Readonly<Record<PrinterCheck, string>> = { 'envelope-printer': 'ENVELOPE_PRINTER', 'form-printer': 'FORM_PRINTER' };

/** What somebody in front of the printer can do; null: it prints all the same. */
const remedyOf: Readonly<Record<PrinterCondition, string | null>> = {
  offline: 'Switch the printer on.',
  'media-jam': 'Take the jammed sheet out.',
  'door-open': 'Close the printer\'s door.',
  'media-empty': 'Fill the printer\'s tray.',
  'tray-missing': 'Push the printer\'s tray in.',
  'output-full': 'Take the sheets out of the printer\'s output tray.',
  'toner-empty': 'Change the printer\'s toner.',
  paused: 'Resume the printer: it is paused.',
  stopped: 'Look at the printer\'s own display: it has stopped.',
  'not-accepting': 'Have the printer accept jobs again.',
  'media-low': null,
  'toner-low': null,
  printing: null,
  ready: null,
};

const remedyOfFault: Readonly<Record<IppFault['kind'], (variable: string) => string>> = {
  unreachable: (variable) => `Switch the printer on, and look whether ${variable} is its address.`,
  timeout: (variable) => `Switch the printer off and on, and look whether ${variable} is its address.`,
  busy: () => 'Let the printer finish, and check again.',
  'certificate-mismatch': (variable) =>
    `Nothing is printed there. If the printer got a new certificate, look at it (npm run station -- --pin-printer ADDRESS) and set ${variable}_PIN to its SHA-256; else somebody stands in between.`,
  'not-accepting': () => 'Have the printer accept jobs again.',
  'unsupported-format': () => 'The printer must take PDF: use another one.',
  aborted: () => 'Switch the printer off and on.',
  'access-denied': () => 'Have the printer take jobs from this computer without a password.',
  'not-found': (variable) => `Correct the path in ${variable}: the printer has no such queue.`,
  'not-possible': () => 'Switch the printer off and on.',
  protocol: (variable) => `Correct ${variable}: what answers there is no IPP printer.`,
};

const ofAQueue = 'Give ENVELOPE_PRINTER the printer\'s own address: codes must not lie on a disk. If your rules allow it all the same: ENVELOPE_QUEUE_MAY_KEEP_CODES_ON_DISK=true.';

/** How a queue was told, or why it counts as one. */
function queueIn({ spooling, queueSigns }: PrinterDescription): string | undefined {
  if (spooling === 'printer') return undefined;
  return spooling === 'queue' ? `a queue that keeps what it prints on a disk (told by ${queueSigns.join(', ')})` : 'does not say that it is an IPP Everywhere printer, and counts as a queue with a disk';
}

/** One that says nothing of its sides refuses, or not, when it is asked. */
function isOneSided({ sides }: PrinterDescription): boolean {
  return sides.length > 0 && !sides.includes('two-sided-long-edge');
}

/** Whether the printer answers, by the certificate that is expected, and could print. Nothing is printed. */
export async function probePrinter(name: PrinterCheck, { uri, certificatePin, mayKeepOnDisk }: PrinterSettings): Promise<Finding> {
  const answer = await createIppClient({ uri, ...(certificatePin === null ? {} : { certificatePin }) }).getPrinterAttributes();
  if (answer.kind !== 'printer') return notWell(name, `${uri}: ${answer.kind}`, remedyOfFault[answer.kind](variableOf[name]));
  const queue = queueIn(answer);
  if (queue !== undefined && !mayKeepOnDisk) return notWell(name, `${answer.name}: ${queue}`, ofAQueue);
  if (name === 'envelope-printer' && isOneSided(answer)) {
    return notWell(name, `${answer.name}: prints on one side only`, 'An envelope is one sheet printed on both sides, and this printer refuses it: have its duplex unit switched on, or use another printer.');
  }
  const hindrance = answer.conditions.find((condition) => remedyOf[condition] !== null);
  const remedy = hindrance && remedyOf[hindrance];
  if (remedy) return notWell(name, `${answer.name}: ${hindrance}`, remedy);
  const allowed = queue !== undefined && name === 'envelope-printer' ? `; ${queue}: allowed` : '';
  return well(name, `${answer.name}: ${answer.conditions.join(', ')}${allowed}`);
}
