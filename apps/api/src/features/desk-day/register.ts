// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type LocalDate, type Outcome, accept, localDateAt, refuse } from '@sportello/domain';
import { type RegisterData, type RegisterMatter, renderDayRegister } from '@sportello/paper';
import type { MatterView } from '@sportello/contracts';
import type { SignedInOperator } from '../../platform/access/caller';
import { actorOf } from '../../platform/audit/audit-entry';
import { MatterViewRepository } from '../../platform/custody/matter-view.repository';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { TrustAnchors } from '../../platform/keys/trust-anchors';
import type { Refusal } from '../../platform/problems/refusal';
import { CountRepository } from './count.repository';
import { DayRepository } from './day.repository';
import { boundsOf } from './day-bounds';
import { MovementRepository } from './movement.repository';
import { registerCsv } from './register-csv';
import { sumOfPast, sumOfToday } from './sum-of-day';

type Asked = { readonly caller: SignedInOperator; readonly requestId: string; readonly day: LocalDate };

/** The register of one day of the caller's desk, as paper or for a spreadsheet. Who read it is told in the log. */
@Injectable()
export class Register {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly trustAnchors: TrustAnchors,
  ) {}

  async pdf(asked: Asked): Promise<Outcome<Buffer, Refusal>> {
    const data = await this.read(asked, 'pdf');
    return data.ok ? accept(await renderDayRegister(data.value)) : data;
  }

  async csv(asked: Asked): Promise<Outcome<string, Refusal>> {
    const data = await this.read(asked, 'csv');
    return data.ok ? accept(registerCsv(data.value)) : data;
  }

  private read({ caller, requestId, day }: Asked, format: 'pdf' | 'csv'): Promise<Outcome<RegisterData, Refusal>> {
    return this.unitOfWork.run(async (transaction) => {
      // Tomorrow has no register.
      if (day > localDateAt(transaction.now)) return refuse({ kind: 'not-found' });
      transaction.audit({ act: 'register.read', actor: actorOf(caller), requestId, deskId: caller.desk.id, details: { day, format } });
      return accept(await this.dataOf(transaction, caller, day));
    });
  }

  private async dataOf(transaction: Transaction, caller: SignedInOperator, day: LocalDate): Promise<RegisterData> {
    const { now } = transaction;
    const { id: deskId, body, name: desk, place } = caller.desk;
    const { began, ended } = boundsOf(day);
    const record = await transaction.repository(DayRepository).of(deskId, day);
    const isToday = day === localDateAt(now);
    const computed = isToday ? await sumOfToday(transaction, deskId) : await sumOfPast(transaction, deskId, began, ended);
    const lines = await transaction.repository(MovementRepository).lines(deskId, began, ended);
    return {
      language: 'it',
      body,
      desk,
      place,
      day,
      printedAt: now.toISOString(),
      printedBy: caller.operator.displayName,
      isClosed: record?.state === 'closed',
      // What was said at the closing is what was said, whatever came after it.
      sum: record?.sum ?? computed,
      movements: lines.map(({ at, ...line }) => ({ ...line, at: at.toISOString() })),
      counts: await transaction.repository(CountRepository).ofDay(deskId, day),
      matters: (await transaction.repository(MatterViewRepository).ofDay(caller, day, now)).map(told),
      isTest: this.trustAnchors.isTest,
    };
  }
}

function told({ openedAt, kind, ranges, outcome, state, signatures }: MatterView): RegisterMatter {
  return { at: openedAt, kind, ranges, outcome, isClosed: state === 'closed', signatures: signatures.map(({ by, reason }) => ({ by, reason })) };
}
