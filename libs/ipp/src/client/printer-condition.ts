// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PrinterState } from '../codec/states';

/**
 * What a person at the counter can be told about a printer, worst first. The printer's own words are keywords with a severity behind them (`media-jam-error`,
 * RFC 8011 §5.4.12 and the PWG's registry); whatever is not in this list is `stopped` or does not hinder printing.
 */
export const printerConditions = [
  'offline', 'media-jam', 'door-open', 'media-empty', 'tray-missing', 'output-full', 'toner-empty', 'paused', 'stopped', 'not-accepting', 'media-low', 'toner-low',
  'printing', 'ready',
] as const;
export type PrinterCondition = (typeof printerConditions)[number];

const conditionOfReason: Readonly<Record<string, PrinterCondition>> = {
  offline: 'offline',
  shutdown: 'offline',
  'connecting-to-device': 'offline',
  'timed-out': 'offline',
  'media-jam': 'media-jam',
  'cover-open': 'door-open',
  'door-open': 'door-open',
  'interlock-open': 'door-open',
  'input-tray-missing': 'tray-missing',
  'output-tray-missing': 'tray-missing',
  'media-empty': 'media-empty',
  'media-needed': 'media-empty',
  'media-low': 'media-low',
  'output-area-full': 'output-full',
  'toner-empty': 'toner-empty',
  'marker-supply-empty': 'toner-empty',
  'toner-low': 'toner-low',
  'marker-supply-low': 'toner-low',
  paused: 'paused',
  'moving-to-paused': 'paused',
};

const withoutSeverity = (reason: string): string => reason.replace(/-(report|warning|error)$/, '');

/**
 * A printer's conditions, worst first and never empty; `ready` only alone or beside a warning.
 *
 * A jam shows in the reasons only: many printers stay `processing` while they wait for someone to pull the sheet out.
 */
export const printerConditionsOf = ({ state, stateReasons, isAcceptingJobs }: {
  readonly state: PrinterState;
  readonly stateReasons: readonly string[];
  readonly isAcceptingJobs: boolean;
}): readonly PrinterCondition[] => {
  const told = new Set(stateReasons.map((reason) => conditionOfReason[withoutSeverity(reason)]).filter((condition) => condition !== undefined));
  if (!isAcceptingJobs) told.add('not-accepting');
  if (state === 'stopped' && ![...told].some(hinders)) told.add('stopped');
  if (![...told].some(hinders)) told.add(state === 'processing' ? 'printing' : 'ready');
  return printerConditions.filter((condition) => told.has(condition));
};

const hinders = (condition: PrinterCondition): boolean => printerConditions.indexOf(condition) < printerConditions.indexOf('media-low');
