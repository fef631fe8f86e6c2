// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseView, WRITE_PHASES, WritePhase } from '@sportello/contracts';
import { clockTime } from '../../../data/time/desk-time';
import type { ShapeName } from '../../../ui/shape/shape';

// The contract's list, checked by the compiler: the page carries its words and not its schemas.
const phases: typeof WRITE_PHASES = ['sheet-scanned', 'card-checked', 'codes-written', 'proof-signed', 'outcome-recorded'];

export const WRITE_PHASE_COUNT = phases.length;

export interface PhaseLine {
  readonly phase: WritePhase;
  readonly is: 'done' | 'running' | 'halted' | 'ahead';
  readonly shape: ShapeName;
  /** When it was done: '10:43:58'. */
  readonly time: string | null;
}

const SHAPE_OF: Readonly<Record<PhaseLine['is'], ShapeName>> = { done: 'done', running: 'running', halted: 'interrupted', ahead: 'unknown' };

/** The five phases of a write: those done, the one that runs or was halted, those ahead. */
export function phaseLines({ state, phases: done }: Pick<CaseView, 'state' | 'phases'>): readonly PhaseLine[] {
  const isHalted = state !== 'writing';
  return phases.map((phase, index) => {
    const at = done.find((reached) => reached.phase === phase)?.at;
    const is = at ? 'done' : index === done.length ? (isHalted ? 'halted' : 'running') : 'ahead';
    return { phase, is, shape: SHAPE_OF[is], time: at ? clockTime(at) : null };
  });
}

/** Whole seconds that the running phase has taken so far. */
export function secondsRunning({ phases: done, changedAt }: Pick<CaseView, 'phases' | 'changedAt'>, now: number): number {
  const began = done.at(-1)?.at ?? changedAt;
  return Math.max(0, Math.floor((now - Date.parse(began)) / 1_000));
}
