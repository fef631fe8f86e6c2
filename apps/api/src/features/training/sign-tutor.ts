// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { TrainingView } from '@sportello/contracts';
import { type NoTutor, type Outcome, accept, isInTraining, mayTutor, refuse, tutorshipUntil } from '@sportello/domain';
import type { OperatorRow } from '../../platform/database/rows/operator-row';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Act } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { CheckCredentials, type GivenCredentials } from '../../platform/passwords/check-credentials';
import { ServedDesksRepository } from '../../platform/people/served-desks.repository';
import { answered } from '../../platform/problems/answered';
import type { Refusal } from '../../platform/problems/refusal';
import { TutorshipRepository } from '../../platform/training/tutorship.repository';
import { ShowTraining } from './show-training';

/** A colleague signs at the trainee's page that they stand beside: tries are counted as sign-ins are, and no session comes of it. */
@Injectable()
export class SignTutor {
  constructor(
    private readonly acts: Acts,
    private readonly credentials: CheckCredentials,
    private readonly unitOfWork: UnitOfWork,
    private readonly training: ShowTraining,
  ) {}

  async run(act: Act, given: GivenCredentials): Promise<TrainingView> {
    const tutor = answered(await this.check(act, given));
    return this.acts.perform<TrainingView, SubjectDone>(
      act,
      (transaction) => this.begin(transaction, act, tutor),
      (transaction) => this.training.view(transaction, act.caller),
    );
  }

  private async check(act: Act, given: GivenCredentials): Promise<Outcome<OperatorRow, Refusal>> {
    const { sessionId, operator } = act.caller;
    // No password is looked at for somebody who needs no tutor.
    const standing = await this.unitOfWork.read((transaction) => transaction.repository(TutorshipRepository).standingIn(sessionId, operator.id, transaction.now));
    if (!standing) return refuse({ kind: 'not-in-training' });
    const checked = await this.credentials.run(given, (transaction, found) => conclude(transaction, act, found));
    return checked.ok ? checked.value : checked;
  }

  private async begin(transaction: Transaction, { caller, requestId }: Act, tutor: OperatorRow): Promise<Outcome<SubjectDone, Refusal>> {
    const { sessionId, expiresAt, operator, desk } = caller;
    const id = transaction.newId();
    const until = tutorshipUntil(transaction.now, expiresAt);
    await transaction.repository(TutorshipRepository).begin({ id, sessionId, deskId: desk.id, traineeId: operator.id, tutorId: tutor.id, beganAt: transaction.now, until });
    // The act is the tutor's, on the trainee's page.
    const details = { tutorshipId: id, traineeId: operator.id, sessionId, until: until.toISOString() };
    transaction.audit({ act: 'training.tutor-signed', actor: { kind: 'operator', operatorId: tutor.id }, requestId, deskId: desk.id, subject: { kind: 'operator', id: operator.id }, details });
    transaction.notify({ to: 'desk', deskId: desk.id, event: { topic: 'training' } });
    return accept({ subjectId: id });
  }
}

/** The log says at whose session it was tried in vain, and never which name was typed. */
async function conclude(transaction: Transaction, act: Act, found: OperatorRow | undefined): Promise<Outcome<OperatorRow, Refusal>> {
  const tutor = found ? await judge(transaction, act, found) : refuse({ kind: 'sign-in-failed' });
  if (!tutor.ok) {
    const because = tutor.refusal.kind === 'no-tutor' ? tutor.refusal.because : tutor.refusal.kind;
    transaction.audit({ act: 'training.tutor-not-signed', actor: act.actor, requestId: act.requestId, deskId: act.caller.desk.id, subject: { kind: 'operator', id: act.caller.operator.id }, details: { because } });
  }
  return tutor;
}

async function judge(transaction: Transaction, { caller }: Act, tutor: OperatorRow): Promise<Outcome<OperatorRow, NoTutor>> {
  const { id, roles, trainingSince, enabledAt } = tutor;
  const isOfDesk = await transaction.repository(ServedDesksRepository).serves(id, caller.desk.id);
  const may = mayTutor({ isTrainee: id === caller.operator.id, isInTraining: isInTraining({ trainingSince, enabledAt }), roles, isOfDesk });
  return may.ok ? accept(tutor) : may;
}
