// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AuditedAct, AuditSubjectKind } from '@sportello/domain';
import type { SignedInOperator } from '../access/caller';

export type Actor =
  /** With the station at which they stand, where that is known. */
  | { readonly kind: 'operator'; readonly operatorId: string; readonly stationId?: string }
  | { readonly kind: 'station'; readonly stationId: string }
  /** Somebody with the installation's own keys, at a command line; or its own clock. */
  | { readonly kind: 'installation' }
  /** A caller who could not be named. */
  | { readonly kind: 'nobody' };

/** Who acts, and at which station they stand. */
export function actorOf({ operator, at }: Pick<SignedInOperator, 'operator' | 'at'>): Actor {
  return { kind: 'operator', operatorId: operator.id, ...(at.kind === 'one' && { stationId: at.stationId }) };
}

/** What an act is about, when it is no case: a sort of thing, and the id or number by which it is known. */
export interface AuditSubject {
  readonly kind: AuditSubjectKind;
  readonly id: string;
}

type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** What an administrative change found, and what it left: ids, states, roles and settings. */
export interface AuditChange {
  /** Null: there was nothing. */
  readonly before: Facts | null;
  /** Null: there is nothing any more. */
  readonly after: Facts | null;
}

/**
 * One row of the log. `details` and `change` hold ids, states, reasons and figures, never a person's data or a code: the database refuses their names. The roles of an
 * operator are looked up when the row is written, the outcome follows from the act, and so does the log: with `operator` as the subject of how somebody came in or went
 * out, that person's roles decide it, else the actor's.
 */
export interface AuditEntry {
  readonly act: AuditedAct;
  readonly actor: Actor;
  readonly requestId: string | null;
  readonly deskId?: string;
  readonly stationId?: string;
  readonly caseId?: string;
  readonly subject?: AuditSubject;
  readonly details?: Facts;
  readonly change?: AuditChange;
  /** A person's data: the row keeps a commitment, and the value stands where it can be erased. */
  readonly personal?: Readonly<Record<string, string | number>>;
}
