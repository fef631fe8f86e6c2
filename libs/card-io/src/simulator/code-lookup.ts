// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Code } from './code-store';

/**
 * How a mask wants its codes named. `plain`: by their numbers. `stincard`: the number alone is looked up where the card stands, and the codes are in the MF;
 * with the bit 80 it is searched upwards from there. `either`: both, from anywhere.
 */
export type CodeReferences = 'plain' | 'stincard' | 'either';

const searchUpwards = 0x80;

const codeByNumber: ReadonlyMap<number, Code> = new Map([
  [0x10, 'pin'],
  [0x11, 'puk'],
]);

/** The code that this reference means to a card that stands there; undefined: 6A88. */
export function findCode(reference: number, references: CodeReferences, isAtMasterFile: boolean): Code | undefined {
  const isSearch = (reference & searchUpwards) !== 0;
  if (references === 'plain' && isSearch) return undefined;
  if (references === 'stincard' && !isSearch && !isAtMasterFile) return undefined;
  return codeByNumber.get(reference & ~searchUpwards);
}
