// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CallsRequest, CallsView, CallView, HelpDeskView, OpeningView } from '@sportello/contracts';
import { type Opening, type Outcome, TELEPHONE_LINES, accept, localDateAt, openNow, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import type { SignedInOperator } from '../../platform/access/caller';
import { reachOf } from '../../platform/access/reach';
import { isSupervisor } from '../../platform/custody/supervisor';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { LineRepository } from '../../platform/help-desk/line.repository';
import { deskMidnight, endOfDeskDay } from '../../platform/ports/desk-midnight';
import type { Refusal } from '../../platform/problems/refusal';
import { callView } from './call-view';
import { HelpDeskRepository } from './help-desk.repository';

const MOST_FOLLOW_UPS = 50;
const MOST_CALLS = 100;
const DAY_MS = 86_400_000;

/** Where the help desk begins, its calls, and one of them. */
@Injectable()
export class ShowHelpDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
  ) {}

  run(caller: SignedInOperator): Promise<HelpDeskView> {
    const { areCallFiguresOn, cardRules, cipPattern, helpDesk: ownLine } = this.settings;
    return this.unitOfWork.read(async (transaction) => {
      const helpDesk = transaction.repository(HelpDeskRepository);
      const line = transaction.repository(LineRepository);
      return {
        opening: openingView(openNow(await line.calendar(), transaction.now)),
        line: { phone: (ownLine ?? TELEPHONE_LINES['help-desk']).phone, ...(await line.shown()) },
        openCalls: [...(await helpDesk.openOf(caller.operator.id))],
        followUps: [...(await helpDesk.followUps(reachOf(caller), MOST_FOLLOW_UPS))],
        requests: await helpDesk.countRequests(transaction.now),
        isSuspensionOn: cardRules.isSuspensionOn,
        areFiguresOn: areCallFiguresOn,
        figures: areCallFiguresOn && isSupervisor(caller) ? [...(await helpDesk.figures(reachOf(caller), startOfMonth(transaction.now)))] : null,
        cipPattern: { ...cipPattern },
      };
    });
  }

  list(caller: SignedInOperator, { state, category, from, to }: CallsRequest): Promise<CallsView> {
    return this.unitOfWork.read(async (transaction) => {
      const asked = { state: state ?? null, category: category ?? null, from: from === undefined ? null : deskMidnight(noonOf(from)), before: to === undefined ? null : endOfDeskDay(noonOf(to), 0) };
      const found = await transaction.repository(HelpDeskRepository).list(reachOf(caller), asked, MOST_CALLS + 1);
      return { calls: found.slice(0, MOST_CALLS), hasMore: found.length > MOST_CALLS };
    });
  }

  async call(caller: SignedInOperator, id: string): Promise<Outcome<CallView, Refusal>> {
    const view = await this.unitOfWork.read((transaction) => callView(transaction, reachOf(caller), id));
    return view ? accept(view) : refuse({ kind: 'not-found' });
  }
}

function openingView(opening: Opening): OpeningView {
  return opening.isOpen ? { isOpen: true, until: opening.until.toISOString() } : { isOpen: false, because: opening.because, next: opening.next?.toISOString() ?? null };
}

function startOfMonth(now: Date): Date {
  return deskMidnight(noonOf(`${localDateAt(now).slice(0, 7)}-01`));
}

/** An instant within the day, whatever the clocks do. */
function noonOf(day: string): Date {
  return new Date(Date.parse(day) + DAY_MS / 2);
}
