// SPDX-License-Identifier: AGPL-3.0-or-later
import { isFinalCase } from '@sportello/domain';
import type { FoundCase, OpenCaseLine } from '@sportello/contracts';
import type { ShapeName } from '../../ui/shape/shape';
import { CASE_SHAPES } from '../../ui/states/case-shapes';
import { writtenDay } from '../../data/time/desk-time';

/** One line of the layer, of an open case or of one that was found. */
export interface SearchLine {
  readonly id: string;
  readonly number: number;
  readonly initials: string;
  /** The key of its state's word. */
  readonly state: string;
  readonly shape: ShapeName;
  readonly kind: FoundCase['kind'] | null;
  readonly day: string;
  readonly controlNumber: string | null;
  /** Where it is, when that is elsewhere. */
  readonly desk: string | null;
  /** Whether it is taken up, or only looked at. */
  readonly canTake: boolean;
}

export function lineOfOpen({ id, number, initials, state, isStopped, changedAt, controlNumber }: OpenCaseLine): SearchLine {
  const told = isStopped ? ({ state: 'stopped', shape: 'waiting' } as const) : { state, shape: CASE_SHAPES[state] };
  return { id, number, initials, ...told, kind: null, day: writtenDay(Date.parse(changedAt)), controlNumber, desk: null, canTake: true };
}

export function lineOfFound({ id, number, initials, state, kind, openedAt, controlNumber, desk, isOwnDesk }: FoundCase): SearchLine {
  return {
    id,
    number,
    initials,
    state,
    shape: CASE_SHAPES[state],
    kind,
    day: writtenDay(Date.parse(openedAt)),
    controlNumber,
    desk: isOwnDesk ? null : desk,
    canTake: isOwnDesk && !isFinalCase(state),
  };
}
