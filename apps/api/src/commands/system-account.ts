// SPDX-License-Identifier: AGPL-3.0-or-later
import { userInfo } from 'node:os';

/** The account under which this program runs: its name, else its number, which is all that a container may know. */
export function systemAccount(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.() ?? 'unknown');
  }
}
