// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardType } from './card-type';
import { ac } from './types/ac';
import { ace2021 } from './types/ace-2021';
import { ace2025 } from './types/ace-2025';
import { id2019 } from './types/id-2019';
import { ot2015 } from './types/ot-2015';
import { st2021 } from './types/st-2021';
import { st2022 } from './types/st-2022';

/** Every type that is known, in the order of the years. */
export const cardTypes: readonly CardType[] = [ac, ot2015, id2019, ace2021, st2021, st2022, ace2025];

/** By the name that CardReading says, or by a code on the plastic. */
export function cardTypeNamed(name: string): CardType | undefined {
  return cardTypes.find((type) => type.name === name || type.codes.includes(name));
}
