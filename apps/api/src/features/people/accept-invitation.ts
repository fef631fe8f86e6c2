// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { AcceptedInvitation, AcceptInvitationRequest } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { SourceThrottle } from '../../platform/throttle/source-throttle';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { Keys } from '../../platform/keys/keys';
import { NewPasswords } from '../../platform/passwords/new-passwords';
import { Clock } from '../../platform/ports/clock';
import type { Refusal } from '../../platform/problems/refusal';
import { macOfTypedCode } from '../../platform/stations/enrolment-codes';
import { InvitationRepository, type OpenInvitation } from './invitation.repository';
import { PeopleRepository } from './people.repository';

/** Nobody guesses 59 bits at this pace, and somebody whose password is refused a few times still comes in. */
const LIMITS = { mostOfSource: 20, windowMs: 15 * 60_000, mostSources: 10_000 };

/** Somebody brings the code that was handed to them, and a password of their own; then they sign in like everybody. */
@Injectable()
export class AcceptInvitation {
  private readonly throttle = new SourceThrottle(LIMITS);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly passwords: NewPasswords,
    private readonly keys: Keys,
    private readonly clock: Clock,
  ) {}

  async run({ code, password }: AcceptInvitationRequest, source: string, requestId: string): Promise<Outcome<AcceptedInvitation, Refusal>> {
    const seconds = this.throttle.secondsToWait(source, this.clock.now());
    if (seconds > 0) return refuse({ kind: 'too-many-attempts', details: { retryAfterSeconds: seconds } });
    const codeMac = macOfTypedCode(this.keys, 'invitation-code', code);
    const invitation = await this.unitOfWork.read((transaction) => transaction.repository(InvitationRepository).byCode(codeMac, transaction.now));
    if (!invitation) return this.unknown(codeMac, requestId);
    const hash = await this.passwords.hashOf(password, invitation);
    return hash.ok ? this.join(codeMac, hash.value, requestId) : hash;
  }

  /** The hash took its time: the code may have been used, or the person may have left, meanwhile. */
  private async join(codeMac: Buffer, passwordHash: string, requestId: string): Promise<Outcome<AcceptedInvitation, Refusal>> {
    const joined = await this.unitOfWork.run(async (transaction): Promise<OpenInvitation | undefined> => {
      const invitations = transaction.repository(InvitationRepository);
      const invitation = await invitations.heldByCode(codeMac, transaction.now);
      if (!invitation) return undefined;
      const { id, operatorId, deskId, bodyId } = invitation;
      await invitations.accept(id, transaction.now);
      await transaction.repository(PeopleRepository).joins(operatorId, passwordHash);
      transaction.audit({ act: 'person.invitation-accepted', actor: { kind: 'operator', operatorId }, requestId, deskId, subject: { kind: 'operator', id: operatorId }, details: { operatorId } });
      transaction.notify({ to: 'people', bodyId });
      return invitation;
    });
    return joined ? accept({ username: joined.username }) : this.unknown(codeMac, requestId);
  }

  /** The log tells of a code that was somebody's and is good no longer. One that never was concerns nobody: anybody could fill the log with it. */
  private unknown(codeMac: Buffer, requestId: string): Promise<Outcome<never, Refusal>> {
    return this.unitOfWork.run(async (transaction) => {
      const id = await transaction.repository(InvitationRepository).operatorOf(codeMac);
      if (id !== undefined) transaction.audit({ act: 'person.invitation-refused', actor: { kind: 'nobody' }, requestId, subject: { kind: 'operator', id } });
      return refuse({ kind: 'invitation-unknown' });
    });
  }
}
