// SPDX-License-Identifier: AGPL-3.0-or-later
/** How long a reason in somebody's own words is, blanks around it aside: what is shorter than a word tells nothing. */
export const REASON_LENGTH = { least: 3, most: 500 } as const;

/** Whether the words are there that an act asks for. */
export function isReasonTold(text: string): boolean {
  return text.trim().length >= REASON_LENGTH.least;
}
