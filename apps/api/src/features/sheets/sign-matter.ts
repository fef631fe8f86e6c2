// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { SignMatterRequest } from '@sportello/contracts';
import { type Outcome, type SignedMatter, accept, refuse, signMatter } from '@sportello/domain';
import { CustodyMatterRepository } from '../../platform/custody/custody-matter.repository';
import { rulesOf } from '../../platform/custody/desk-rules.repository';
import { SheetStockRepository } from '../../platform/custody/sheet-stock.repository';
import { areSupervisors, isSupervisor } from '../../platform/custody/supervisor';
import { takeEffect } from '../../platform/custody/take-effect';
import type { CustodyMatterRow } from '../../platform/database/rows/custody-matter-row';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import type { SheetUseCase } from './sheet-acts';

export type MatterToSign = SignMatterRequest & { readonly matterId: string };

/** One of the two signatures under a matter: of somebody of its desk, or of a supervisor of its body, from wherever they are. */
@Injectable()
export class SignMatter implements SheetUseCase<MatterToSign> {
  async run(transaction: Transaction, act: Act, { matterId, outcome, reason }: MatterToSign): Promise<Outcome<SubjectDone, Refusal>> {
    const { caller } = act;
    const matters = transaction.repository(CustodyMatterRepository);
    const deskId = await matters.deskOf(matterId);
    const desk = deskId === undefined ? undefined : await transaction.repository(SheetStockRepository).holdDesk(deskId);
    const matter = await matters.held(matterId);
    const isNear = desk && (desk.id === caller.desk.id || (isSupervisor(caller) && desk.bodyId === caller.desk.bodyId));
    if (!matter || !isNear) return refuse({ kind: 'not-found' });

    const { kind, state, outcome: proposed, signedBy, tookEffectAt } = matter;
    const isSignedBySupervisor = areSupervisors(await matters.rolesOfSigner(matter));
    const signed = signMatter({ kind, state, outcome: proposed, signedBy, isSignedBySupervisor, hasTakenEffect: tookEffectAt !== null }, { by: caller.operator.id, isSupervisor: isSupervisor(caller), outcome }, rulesOf(desk).isOnePerson);
    if (!signed.ok) return signed;
    await matters.change(matterId, written(matter, signed.value, { by: caller.operator.id, reason, now: transaction.now }));
    transaction.audit({
      act: 'matter.signed',
      actor: act.actor,
      requestId: act.requestId,
      deskId: matter.deskId,
      details: { matterId, kind, outcome, state: signed.value.state },
    });
    if (signed.value.takesEffect) await takeEffect(transaction, act, matter, outcome);
    transaction.notify({ to: 'desk', deskId: matter.deskId, event: { topic: 'sheets' } });
    return accept({ subjectId: matterId });
  }
}

/** The first signature, or the second beside it; a matter that is one supervisor's has only the first. */
function written(matter: CustodyMatterRow, { state, outcome, takesEffect }: SignedMatter, { by, reason, now }: { readonly by: string; readonly reason: string; readonly now: Date }): Partial<CustodyMatterRow> {
  const isSecond = matter.state === 'signed-once' && state === 'closed';
  return {
    state,
    outcome,
    ...(isSecond ? { countersignedBy: by, countersignedAt: now, countersignReason: reason } : { signedBy: by, signedAt: now, signReason: reason }),
    ...(takesEffect && { tookEffectAt: now, isStopping: false }),
  };
}
