// SPDX-License-Identifier: AGPL-3.0-or-later
/** Something to say, as a key of the catalogues and what fills its gaps: logic chooses words, templates translate them. */
export interface Wording {
  readonly key: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

export function wording(key: string, params?: Readonly<Record<string, unknown>>): Wording {
  return params ? { key, params } : { key };
}
