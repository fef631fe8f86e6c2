// SPDX-License-Identifier: AGPL-3.0-or-later
import { omocodesOf, parseCodiceFiscale } from '@sportello/domain';

/** Every code by which the one person may be known: the code itself, and its omocodes. */
export function codesOf(codiceFiscale: string): readonly string[] {
  const parsed = parseCodiceFiscale(codiceFiscale);
  if (!parsed.ok) return [codiceFiscale];
  return parsed.value.kind === 'regular' ? [parsed.value.base, ...omocodesOf(parsed.value)] : [parsed.value.value];
}
