// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AskingGap } from './asking-draft';

/** Where each missing thing is told. */
export const GAP_FIELDS: Readonly<Record<AskingGap, string>> = {
  'codice-fiscale': '#asking-codice-fiscale',
  'id-carta': '#asking-id-carta',
  surname: '#asking-surname',
  name: '#asking-name',
  'birth-date': '#asking-birth-date',
  cip: '#asking-cip',
  'call-back': '#asking-call-back',
  reason: '#asking-reason',
  happened: '#asking-happened-day',
  'report-office': '#asking-report-office',
  'report-day': '#asking-report-day',
  declaration: '#asking-declaration',
  effects: '#asking-effects',
};
