// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a part of the application still waits for: the field where it is solved, and whether nothing is there yet or what is there will not do. */
export interface Gap<Field extends string = string> {
  readonly field: Field;
  readonly is: 'absent' | 'wrong';
}

/** The gap of a field that must bear something that can be read. */
export function gapOf<Field extends string>(field: Field, text: string, isReadable: boolean): readonly Gap<Field>[] {
  if (text.trim() === '') return [{ field, is: 'absent' }];
  return isReadable ? [] : [{ field, is: 'wrong' }];
}

/** Those whose text will not do: told under the field once it has been left. */
export function wrongFields<Field extends string>(gaps: readonly Gap<Field>[]): ReadonlySet<Field> {
  return new Set(gaps.filter(({ is }) => is === 'wrong').map(({ field }) => field));
}
