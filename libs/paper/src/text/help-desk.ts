// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Language } from './language';

/** Whom the citizen calls; a body may name its own. */
export interface HelpDesk {
  /** E.g. `800 004477`. */
  readonly phone: string;
  /** In the paper's language. */
  readonly hours: string;
}

/** The region's help desk for TS-CNS and SPID, as its leaflets name it. */
export const TUSCAN_HELP_DESK: Readonly<Record<Language, HelpDesk>> = {
  it: { phone: '800 004477', hours: 'lunedì–venerdì 9–19, sabato 9–13, esclusi i festivi' },
  en: { phone: '800 004477', hours: 'Monday–Friday 9–19, Saturday 9–13, except public holidays' },
  de: { phone: '800 004477', hours: 'Mo–Fr 9–19 Uhr, Sa 9–13 Uhr, außer an Feiertagen' },
};
