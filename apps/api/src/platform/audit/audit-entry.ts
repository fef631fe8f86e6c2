// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SignedInOperator } from '../access/caller';

/** What can be told of an act, by name. The log is read for years: a name is never reused for something else. */
export const AUDITED_ACTS = [
  'session.opened',
  'session.refused',
  'session.closed',
  'session.second-factor-refused',
  'session.locked',
  'session.unlocked',
  'session.unlock-refused',
  'password.changed',
  'password.not-changed',
  'passkey.added',
  'passkey.removed',
  'authenticator-app.added',
  'authenticator-app.removed',
  'recovery-codes.made',
  'factors.reset-asked',
  'factors.reset',
  'session.desk-changed',
  'person.invited',
  'person.changed',
  'person.reset-by-file',
  'person.left',
  'person.signed-out',
  'person.roles-asked',
  'person.roles-decided',
  'person.roles-expired',
  'person.invitation-made',
  'person.invitation-accepted',
  'person.invitation-refused',
  'card.recognised',
  'card.not-usable',
  'card.removed',
  'visit.recorded',
  'card.checked',
  'case.searched',
  'case.opened',
  'case.kind-changed',
  'case.visit-joined',
  'case.identified',
  'case.approval-asked',
  'case.authorised',
  'case.approved',
  'case.approval-refused',
  'case.approval-expired',
  'case.approval-deferred',
  'case.approval-not-signed',
  'case.print-ordered',
  'case.form-ordered',
  'case.envelope-printed',
  'case.envelope-voided',
  'case.sheet-scanned',
  'case.writing-began',
  'case.write-interrupted',
  'case.written',
  'case.stopped',
  'case.proved-faulty',
  'case.delivered',
  'case.paper-filed',
  'case.suspended',
  'case.refused',
  'case.abandoned',
  'case.corrected',
  'case.handed-over',
  'case.writing-resumed',
  'case.codes-renewed',
  'case.closed-as-lost',
  'case.codes-aged-out',
  'case.station-change-opened',
  'case.station-change-asked',
  'case.station-changed',
  'case.station-change-refused',
  'case.proved-after-loss',
  'case.print-failed',
  'paper.ordered',
  'paper.print-failed',
  'intent.recorded',
  'issuer.cryptogram-granted',
  'issuer.key-refused',
  'issuer.key-stopped',
  'issuer.key-lifted',
  'station.enrolled',
  'station.enrolment-code-made',
  'station.online',
  'station.offline',
  'installation.provisioned',
  'transport-codes.imported',
  'sheets.received',
  'sheets.loaded',
  'sheets.spoiled',
  'sheets.sent',
  'sheets.arrived',
  'sheets.bagged',
  'sheets.bag-inspected',
  'matter.opened',
  'matter.signed',
  'matter.took-effect',
  'desk.opened',
  'desk.handed-over',
  'desk.closed',
  'register.read',
  'evidence.added',
  'evidence.looked-at',
  'evidence.withdrawn',
  'evidence.keys-rewrapped',
  'retention.erased',
  'readers.received',
  'readers.sold',
  'readers.sale-voided',
  'readers.counted',
  'body.added',
  'body.changed',
  'desk.added',
  'desk.changed',
  'station.added',
  'station.renamed',
  'station.revoked',
  'station.code-told',
  'session.station-bound',
  'session.station-refused',
  'training.tutor-signed',
  'training.tutor-not-signed',
  'training.tutor-ended',
  'training.record-made',
  'training.record-kept',
  'training.enabling-not-signed',
  'training.enabled',
  'revocation.recorded',
  'revocation.verified',
  'revocation.rejected',
  'revocation.transmitted',
  'revocation.waiting',
  'revocation.accepted',
  'revocation.refused-by-authority',
  'revocation.unanswered',
  'revocation.stuck',
  'revocation.confirmed',
  'revocation.resolved',
  'revocation.exported',
  'revocation-lot.tried',
  'revocation-lot.let-go',
  'audit.exported',
  'audit.head-contradicted',
  'personal-data.shown',
  'installation.command-run',
] as const;

export type AuditedAct = (typeof AUDITED_ACTS)[number];

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
  readonly kind: 'operator' | 'desk' | 'body' | 'station' | 'sheets' | 'card' | 'evidence' | 'matter' | 'log' | 'invitation' | 'session' | 'revocation' | 'revocation-lot';
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
