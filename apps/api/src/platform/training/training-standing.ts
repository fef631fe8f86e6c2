// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TrainingStanding } from '@sportello/contracts';
import { type Outcome, type TraineeDelivery, accept, refuse } from '@sportello/domain';
import type { SignedInOperator } from '../access/caller';
import { isOwnApplication } from '../activation/own-application';
import { isOwnCard } from '../activation/own-card';
import type { CaseRow } from '../database/rows/case-row';
import type { Transaction } from '../database/transaction';
import type { Refusal } from '../problems/refusal';
import { TutorshipRepository } from './tutorship.repository';

/** How whoever is signed in stands while they are in training; null when they are not. */
export async function trainingStanding(transaction: Transaction, { sessionId, operator }: SignedInOperator, traineesDeliver: TraineeDelivery): Promise<TrainingStanding | null> {
  const standing = await transaction.repository(TutorshipRepository).standingIn(sessionId, operator.id, transaction.now);
  if (!standing) return null;
  const { since, tutorship } = standing;
  return {
    since: since.toISOString(),
    needsTutor: traineesDeliver === 'with-tutor',
    tutorship: tutorship && { id: tutorship.id, tutor: tutorship.tutor, until: tutorship.until.toISOString() },
  };
}

/** Who stands beside a delivery: the tutor of whoever is in training, and nobody where none is needed. */
export async function tutorOfDelivery(transaction: Transaction, { sessionId, operator }: SignedInOperator, row: CaseRow, traineesDeliver: TraineeDelivery): Promise<Outcome<string | null, Refusal>> {
  const standing = await transaction.repository(TutorshipRepository).standingIn(sessionId, operator.id, transaction.now);
  if (!standing) return accept(null);
  const { tutorship } = standing;
  if (!tutorship) return traineesDeliver === 'freely' ? accept(null) : refuse({ kind: 'tutor-needed' });
  const isTutors = (row.holder !== null && isOwnCard(tutorship.tutorsCode, row.holder.codiceFiscale)) || (await isOwnApplication(transaction, tutorship.tutorsCode, row));
  return isTutors ? refuse({ kind: 'tutors-own-card' }) : accept(tutorship.tutorId);
}
