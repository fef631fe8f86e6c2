// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { SessionView } from '@sportello/contracts';
import { Settings } from '../../config/settings';
import type { SignedInOperator } from '../../platform/access/caller';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { TrustAnchors } from '../../platform/keys/trust-anchors';
import { Clock } from '../../platform/ports/clock';
import { isSessionLocked } from '../../platform/sessions/idle-lock';
import { ServedDesksRepository } from '../../platform/people/served-desks.repository';
import { trainingStanding } from '../../platform/training/training-standing';
import { SignInRepository } from './sign-in.repository';

@Injectable()
export class ShowSession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trustAnchors: TrustAnchors,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async run(caller: SignedInOperator): Promise<SessionView> {
    const { operator, desk, permissions, csrfToken, expiresAt, mayOnlyEnrol } = caller;
    const { idleLockMinutes } = this.settings;
    const isTest = this.trustAnchors.isTest || (await this.unitOfWork.read((transaction) => transaction.repository(SignInRepository).hasTestStation(desk.id)));
    return {
      operator: { id: operator.id, displayName: operator.displayName, roles: [...operator.roles] },
      desk: { id: desk.id, name: desk.name, place: desk.place, body: desk.body, kind: desk.kind },
      desks: [...(await this.unitOfWork.read((transaction) => transaction.repository(ServedDesksRepository).of(operator.id)))],
      permissions: [...permissions],
      csrfToken,
      expiresAt: expiresAt.toISOString(),
      isLocked: isSessionLocked(caller, idleLockMinutes, this.clock.now()),
      mayOnlyEnrol,
      idleLockMinutes,
      isTest,
      identityDocuments: this.settings.identityDocuments,
      training: await this.unitOfWork.read((transaction) => trainingStanding(transaction, caller, this.settings.traineesDeliver)),
    };
  }
}
