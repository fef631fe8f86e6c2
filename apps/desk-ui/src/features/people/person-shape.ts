// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PersonState } from '@sportello/domain';
import type { ShapeName } from '../../ui/shape/shape';

/** The shape of each state of a person. */
export const PERSON_SHAPES: Readonly<Record<PersonState, ShapeName>> = { active: 'done', invited: 'unknown', left: 'stopped' };
