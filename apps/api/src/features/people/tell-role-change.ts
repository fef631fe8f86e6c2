// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AskedChange, AuditedAct } from '@sportello/domain';
import type { AuditEntry } from '../../platform/audit/audit-entry';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import { tellPerson } from './tell-person';

type Step = 'asked' | 'decided' | 'expired';

const ACTS = {
  roles: { asked: 'person.roles-asked', decided: 'person.roles-decided', expired: 'person.roles-expired' },
  'codice-fiscale': { asked: 'person.codice-fiscale-asked', decided: 'person.codice-fiscale-decided', expired: 'person.codice-fiscale-expired' },
} as const satisfies Readonly<Record<AskedChange['what'], Readonly<Record<Step, AuditedAct>>>>;

/** Writes into the log what was asked for a person, or what became of it: roles as they are, a codice fiscale as a commitment. */
export function tellRoleChange(transaction: Transaction, act: Act, step: Exclude<Step, 'expired'>, operatorId: string, details: NonNullable<AuditEntry['details']>, asked: AskedChange): void {
  const told = asked.what === 'roles' ? { change: { before: { roles: asked.before }, after: { roles: asked.after } } } : { personal: personalOf(asked) };
  tellPerson(transaction, act, ACTS[asked.what][step], operatorId, { details, ...told });
}

/** Nobody answered in time. */
export function tellExpired(transaction: Transaction, act: Act, operatorId: string, changeId: string, what: AskedChange['what']): void {
  tellPerson(transaction, act, ACTS[what].expired, operatorId, { details: { changeId } });
}

/** None at all is told by its absence. */
function personalOf({ before, after }: Extract<AskedChange, { what: 'codice-fiscale' }>): Readonly<Record<string, string>> {
  return { ...(before !== null && { codiceFiscaleBefore: before }), ...(after !== null && { codiceFiscaleAfter: after }) };
}
