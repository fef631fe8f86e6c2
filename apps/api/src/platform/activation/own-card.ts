// SPDX-License-Identifier: AGPL-3.0-or-later
import { isSamePerson, parseCodiceFiscale } from '@sportello/domain';

/** Whether both codici fiscali name one person, under whatever spelling. An operator whose code is not recorded owns no card here. */
export function isOwnCard(operatorsCode: string | null, holdersCode: string): boolean {
  if (operatorsCode === null) return false;
  const [operator, holder] = [parseCodiceFiscale(operatorsCode), parseCodiceFiscale(holdersCode)];
  return operator.ok && holder.ok && isSamePerson(operator.value, holder.value);
}
