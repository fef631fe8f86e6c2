// SPDX-License-Identifier: AGPL-3.0-or-later
import { createIppClient, type IppFault, type PrinterCondition } from '@sportello/ipp';
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
  'certificate-mismatch': (variable) => `Nothing is printed there. If the printer got a new certificate, set ${variable}_PIN to its SHA-256; else somebody stands in between.`,
  'not-accepting': () => 'Have the printer accept jobs again.',
  'unsupported-format': () => 'The printer must take PDF: use another one.',
  aborted: () => 'Switch the printer off and on.',
  'access-denied': () => 'Have the printer take jobs from this computer without a password.',
  'not-found': (variable) => `Correct the path in ${variable}: the printer has no such queue.`,
  'not-possible': () => 'Switch the printer off and on.',
  protocol: (variable) => `Correct ${variable}: what answers there is no IPP printer.`,
};

/** Whether the printer answers, by the certificate that is expected, and could print. Nothing is printed. */
export async function probePrinter(name: PrinterCheck, { uri, certificatePin }: PrinterSettings): Promise<Finding> {
  const answer = await createIppClient({ uri, ...(certificatePin === null ? {} : { certificatePin }) }).getPrinterAttributes();
  if (answer.kind !== 'printer') return notWell(name, `${uri}: ${answer.kind}`, remedyOfFault[answer.kind](variableOf[name]));
  const hindrance = answer.conditions.find((condition) => remedyOf[condition] !== null);
  const remedy = hindrance && remedyOf[hindrance];
  return remedy ? notWell(name, `${answer.name}: ${hindrance}`, remedy) : well(name, `${answer.name}: ${answer.conditions.join(', ')}`);
}
