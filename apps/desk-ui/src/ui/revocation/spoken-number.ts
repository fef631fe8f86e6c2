// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseRequestNumber, spokenGroups } from '@sportello/domain';

/** A request's number in the groups in which it is read aloud; in one piece when it is none of ours. */
export function spokenNumber(number: string): readonly string[] {
  const parsed = parseRequestNumber(number);
  return parsed.ok ? spokenGroups(parsed.value) : [number];
}
