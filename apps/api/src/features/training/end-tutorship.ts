// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { TrainingView } from '@sportello/contracts';
import { accept, refuse } from '@sportello/domain';
import type { Act } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import { TutorshipRepository } from '../../platform/training/tutorship.repository';
import { ShowTraining } from './show-training';

/** Trainee or tutor: either ends it, from whatever page of theirs. */
@Injectable()
export class EndTutorship {
  constructor(
    private readonly acts: Acts,
    private readonly training: ShowTraining,
  ) {}

  run(act: Act, tutorshipId: string): Promise<TrainingView> {
    return this.acts.perform<TrainingView, SubjectDone>(
      act,
      async (transaction) => {
        const ended = await transaction.repository(TutorshipRepository).end(tutorshipId, act.caller.operator.id, transaction.now);
        if (!ended) return refuse({ kind: 'not-found' });
        const { deskId, ...people } = ended;
        transaction.audit({ act: 'training.tutor-ended', actor: act.actor, requestId: act.requestId, deskId, subject: { kind: 'operator', id: people.traineeId }, details: { tutorshipId, ...people } });
        transaction.notify({ to: 'desk', deskId, event: { topic: 'training' } });
        return accept({ subjectId: tutorshipId });
      },
      (transaction) => this.training.view(transaction, act.caller),
    );
  }
}
