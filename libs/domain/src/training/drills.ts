// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CaseKind } from '../case/case-kinds/case-kind';
import type { CasePurpose } from '../case/case-purposes';

/** What an operator in training has done once before they stand alone at a desk. */
export const DRILLS = ['holder', 'three-children', 'delegate', 'jam', 'pulled-card'] as const;

export type Drill = (typeof DRILLS)[number];

/** What the history of a case that was delivered says of how it went. */
export interface WorkedCase {
  readonly id: string;
  readonly kind: CaseKind;
  readonly purpose: CasePurpose;
  readonly idCarta: string;
  /** The earlier case of the same visit, whose applicant went on with this card. */
  readonly visitCaseId: string | null;
  readonly deliveredAt: Date;
  /** An envelope of it was spoiled by a jam: the one that was delivered was printed anew. */
  readonly hadJam: boolean;
  /** The card was pulled out while it was being written: what was delivered was finished afterwards. */
  readonly wasPulled: boolean;
}

/** A drill, when it was done, and in which cases. */
export interface DoneDrill {
  readonly drill: Drill;
  readonly at: Date;
  readonly caseIds: readonly string[];
}

const CHILDREN = 3;

/** Each drill as a question to the history: in which cases it was done, or in none. The history begins with the case that was delivered first. */
const DRILL_RULES: Readonly<Record<Drill, (history: readonly WorkedCase[]) => readonly WorkedCase[]>> = {
  holder: (history) => first(history, ({ kind, purpose }) => kind === 'holder' && purpose === 'activation'),
  'three-children': threeChildren,
  delegate: (history) => first(history, ({ kind }) => kind === 'health-delegate'),
  jam: (history) => first(history, ({ hadJam }) => hadJam),
  'pulled-card': (history) => first(history, ({ wasPulled }) => wasPulled),
};

/** The drills that somebody's delivered cases show, each with its first time. One case may show more than one: a holder's envelope that jams is both. */
export function drillsDone(cases: readonly WorkedCase[]): readonly DoneDrill[] {
  const history = cases.toSorted((a, b) => a.deliveredAt.getTime() - b.deliveredAt.getTime());
  return DRILLS.flatMap((drill) => {
    const shown = DRILL_RULES[drill](history);
    const last = shown.at(-1);
    return last ? [{ drill, at: last.deliveredAt, caseIds: shown.map(({ id }) => id) }] : [];
  });
}

/** The drills that are still to be done. */
export function drillsMissing(done: readonly Drill[]): readonly Drill[] {
  return DRILLS.filter((drill) => !done.includes(drill));
}

function first(history: readonly WorkedCase[], shows: (worked: WorkedCase) => boolean): readonly WorkedCase[] {
  return history.filter(shows).slice(0, 1);
}

/** Three children's cards, one parent, one visit: the first visit whose third card was handed over. */
function threeChildren(history: readonly WorkedCase[]): readonly WorkedCase[] {
  const parents = history.filter(({ kind }) => kind === 'parent-of-minor');
  const earlier = new Map(parents.map(({ id, visitCaseId }) => [id, visitCaseId]));
  const visits = new Map<string, readonly WorkedCase[]>();
  for (const worked of parents) {
    const visit = beginningOf(worked.id, earlier);
    const soFar = visits.get(visit) ?? [];
    if (soFar.some(({ idCarta }) => idCarta === worked.idCarta)) continue;
    visits.set(visit, [...soFar, worked]);
    if (soFar.length + 1 === CHILDREN) return [...soFar, worked];
  }
  return [];
}

/** The case with which a visit began. Each case names one that was opened before it, so that this ends. */
function beginningOf(caseId: string, earlier: ReadonlyMap<string, string | null>): string {
  const before = earlier.get(caseId);
  return before === null || before === undefined ? caseId : beginningOf(before, earlier);
}
