// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CustomDecorator, SetMetadata } from '@nestjs/common';
import type { AuditedAct } from '@sportello/domain';
import type { AuditSubject } from '../audit/audit-entry';

/** Whom an answer shows: a case, or a subject of the log. */
export type Shown = { readonly caseId: string } | { readonly subject: AuditSubject };

/** What the log is told of a look, read from the answer and from the `id` in the route's path. */
export interface Look {
  readonly kind: 'look';
  /** What was shown, in a word that stays: the routes that show the same have the same. */
  readonly what: string;
  /** Undefined: a list about nobody in particular. */
  readonly who: (answer: never, id: string | undefined) => Shown | undefined;
  /** How many persons' or cases' data; an answer of none is no look. */
  readonly count: (answer: never) => number;
}

/** Whose personal data a route answers. A GET without one of these is refused by a test. */
export type Showing =
  /** Nobody's, or the caller's own. */
  | { readonly kind: 'nobody' }
  /** The route's own use case tells the log, by these acts. */
  | { readonly kind: 'told'; readonly by: readonly AuditedAct[] }
  | Look;

export const SHOWING = Symbol('showing');

const showing = (value: Showing): CustomDecorator<symbol> => SetMetadata<symbol, Showing>(SHOWING, value);
const ofPath = (kind: 'case' | AuditSubject['kind'], id: string | undefined): Shown | undefined => {
  if (id === undefined) return undefined;
  return kind === 'case' ? { caseId: id } : { subject: { kind, id } };
};

/** Beside the permission of a route: what a look through it shows, and so what the log tells of it. */
export const Shows = {
  nobody: () => showing({ kind: 'nobody' }),

  toldBy: (...by: readonly AuditedAct[]) => showing({ kind: 'told', by }),

  /** The data of the one case or subject that the path's `:id` names; `what` of it, when several routes show something of it. */
  one: (kind: 'case' | AuditSubject['kind'], what: string = kind) => showing({ kind: 'look', what, who: (_, id) => ofPath(kind, id), count: () => 1 }),

  /** The data of the case that the answer turned out to be. */
  thisCase: () => showing({ kind: 'look', what: 'case', who: ({ id }: { readonly id: string }) => ({ caseId: id }), count: () => 1 }),

  /** Several persons at once: one row tells which list and how many. `who`: of one case or subject all the same. */
  list: <Answer>(what: string, count: (answer: Answer) => number, who: (answer: Answer, id: string | undefined) => Shown | undefined = () => undefined) =>
    showing({ kind: 'look', what, who, count }),

  /** A list that belongs to the case of the path. */
  listOfCase: (what: string, count: (answer: never) => number) => showing({ kind: 'look', what, who: (_, id) => ofPath('case', id), count }),
} as const;
