// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AuditedAct } from './audit-entry';

/** How an act ended: it was done, a rule or a person said no, or it did not succeed. */
export type AuditOutcome = 'done' | 'refused' | 'failed';

/** Two chains: what was done, and who got in as an administrator. */
export const LOG_NAMES = ['acts', 'access'] as const;

export type LogName = (typeof LOG_NAMES)[number];

/** The acts that tell of something that was not done; all others were. */
const NOT_DONE: Readonly<Partial<Record<AuditedAct, Exclude<AuditOutcome, 'done'>>>> = {
  'session.refused': 'refused',
  'session.second-factor-refused': 'refused',
  'session.unlock-refused': 'refused',
  'session.station-refused': 'refused',
  'password.not-changed': 'refused',
  'person.roles-expired': 'refused',
  'person.invitation-refused': 'refused',
  'training.tutor-not-signed': 'refused',
  'training.enabling-not-signed': 'refused',
  'card.not-usable': 'refused',
  'case.approval-refused': 'refused',
  'case.approval-expired': 'refused',
  'case.approval-not-signed': 'refused',
  'case.refused': 'refused',
  'case.station-change-refused': 'refused',
  'case.write-interrupted': 'failed',
  'case.stopped': 'failed',
  'case.proved-faulty': 'failed',
  'case.print-failed': 'failed',
  'paper.print-failed': 'failed',
  'issuer.key-refused': 'failed',
  'revocation.rejected': 'refused',
  'revocation.refused-by-authority': 'refused',
  'revocation.unanswered': 'failed',
  'revocation.stuck': 'failed',
  'audit.head-contradicted': 'failed',
};

/** The acts of whoever has the installation's own keys: they are a system administrator by that. */
const ACCESS: ReadonlySet<AuditedAct> = new Set<AuditedAct>(['installation.command-run']);

/** How people come in, go out and fail to: of an administrator these stand in the log of accesses. Who has that role is the database's to say when the row is written. */
const DOOR: ReadonlySet<AuditedAct> = new Set<AuditedAct>([
  'session.opened',
  'session.refused',
  'session.second-factor-refused',
  'session.closed',
  'session.locked',
  'session.unlocked',
  'session.unlock-refused',
]);

export function outcomeOf(act: AuditedAct): AuditOutcome {
  return NOT_DONE[act] ?? 'done';
}

/** `by-role`: the log of accesses when the person concerned is an administrator, else that of acts. */
export function logOf(act: AuditedAct): LogName | 'by-role' {
  if (DOOR.has(act)) return 'by-role';
  return ACCESS.has(act) ? 'access' : 'acts';
}
