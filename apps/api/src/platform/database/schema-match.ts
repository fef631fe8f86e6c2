// SPDX-License-Identifier: AGPL-3.0-or-later
import { MIGRATIONS } from '@sportello/migrations';

export type SchemaMismatch = { readonly kind: 'behind'; readonly missing: number } | { readonly kind: 'ahead'; readonly unknown: number };

/** How the tables of a database differ from the ones that this version works with; undefined when they do not. */
export function schemaMismatch(applied: readonly string[]): SchemaMismatch | undefined {
  const known = MIGRATIONS.map(({ name }) => name);
  const unknown = applied.filter((name) => !known.some((ours) => ours === name)).length;
  if (unknown > 0) return { kind: 'ahead', unknown };
  const missing = known.filter((name) => !applied.includes(name)).length;
  return missing > 0 ? { kind: 'behind', missing } : undefined;
}
