// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReaderRole } from '@sportello/contracts';
import type { ReaderChoice } from '../config/addresses';
import type { ReadersSeen } from '../reader/scout/send-scout';
import { type Finding, notTried, notWell, well } from './finding';

const whose: Readonly<Record<ReaderRole, string>> = { citizen: 'the citizen\'s', operator: 'the operator\'s' };
const learn = 'have the readers learnt: npm run station -- --learn-readers';

/** Whether a reader of the station is plugged in. It is not connected to: a station that runs may hold its card. */
export function probeReader(role: ReaderRole, choice: ReaderChoice | null, seen: ReadersSeen | null): Finding {
  const name = `${role}-reader` as const;
  if (choice === null) return notTried(name, 'this station has none');
  if (choice.kind === 'network') return notTried(name, `a network reader at ${choice.host}:${choice.port}, which serves one station at a time`);
  if (seen?.type !== 'readers') return notTried(name, 'cannot be looked for without PC/SC');
  const { names } = seen;
  if (choice.name !== null) {
    if (names.includes(choice.name)) return well(name, choice.name);
    return notWell(name, `${choice.name} is not plugged in`, `Plug ${whose[role]} reader in; if it is another one now, ${learn}`);
  }
  const [only, another] = names;
  if (only === undefined) return notWell(name, 'no reader is plugged in', `Plug ${whose[role]} reader in.`);
  if (another !== undefined) return notWell(name, `there are ${names.length} readers, and none is named as ${whose[role]}`, `Set READER=pcsc:NAME, or ${learn}`);
  return well(name, only);
}
