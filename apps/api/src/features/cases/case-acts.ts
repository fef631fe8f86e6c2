// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CaseView, OpenCaseRequest } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { Settings } from '../../config/settings';
import type { SignedInOperator } from '../../platform/access/caller';
import { CaseRepository } from '../../platform/activation/case.repository';
import { isOwnApplication } from '../../platform/activation/own-application';
import { isOwnCase } from '../../platform/activation/own-case';
import { type CaseSurroundings, showCase } from '../../platform/activation/show-case';
import { expireApproval } from '../../platform/approval/expire-approval';
import type { CaseRow } from '../../platform/database/rows/case-row';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import type { Act } from '../../platform/idempotency/act';
import { Acts } from '../../platform/idempotency/acts';
import { answered } from '../../platform/problems/answered';
import type { Refusal } from '../../platform/problems/refusal';
import { Vault } from '../../platform/vault/vault';
import type { Done } from '../../platform/idempotency/stored-answer';

/** What an operator does with an open case: decided and saved on the row that is held for it. */
export interface CaseUseCase<Request> {
  run(transaction: Transaction, act: Act, row: CaseRow, request: Request): Promise<Outcome<CaseRow, Refusal>>;
}

/** One whose answer is not the case. */
export interface ShowingUseCase<Request, View> extends CaseUseCase<Request> {
  show(transaction: Transaction, act: Act, caseId: string): Promise<View>;
}

export interface OpeningUseCase {
  run(transaction: Transaction, act: Act, request: OpenCaseRequest): Promise<Outcome<Done, Refusal>>;
}

/** What all acts on cases have in common: once per key, on the own desk's case, at the revision that the operator saw, and never on the own card. */
@Injectable()
export class CaseActs {
  constructor(
    private readonly acts: Acts,
    private readonly unitOfWork: UnitOfWork,
    private readonly vault: Vault,
    private readonly settings: Settings,
  ) {}

  async show(caller: SignedInOperator, caseId: string): Promise<CaseView> {
    const view = await this.unitOfWork.read((transaction) => showCase(transaction, caller, caseId, this.surroundings));
    // Nobody answered in time, and it has not been written down yet: whoever looks finds it.
    const isOverdue = view?.state === 'awaiting-approval' && view.approval?.state === 'expired';
    if (isOverdue) return this.showExpired(caller, caseId);
    return answered(view ? accept(view) : refuse({ kind: 'not-found' }));
  }

  private async showExpired(caller: SignedInOperator, caseId: string): Promise<CaseView> {
    return this.unitOfWork.run(async (transaction) => {
      const row = await transaction.repository(CaseRepository).held(caseId);
      if (row) await expireApproval(transaction, row);
      return ownCase(transaction, { caller }, caseId, this.surroundings);
    });
  }

  open(useCase: OpeningUseCase, act: Act, request: OpenCaseRequest): Promise<{ readonly view: CaseView; readonly isNew: boolean }> {
    return this.acts.perform(
      act,
      (transaction) => useCase.run(transaction, act, request),
      async (transaction, { caseId, isNew }) => ({ view: await ownCase(transaction, act, caseId, this.surroundings), isNew: isNew ?? false }),
    );
  }

  perform<Request extends object>(useCase: CaseUseCase<Request>, act: Act, caseId: string, request: Request, reach: Reach = 'desk'): Promise<CaseView> {
    return this.acts.perform(
      act,
      (transaction) => this.once(transaction, useCase, act, caseId, request, reach),
      (transaction, done) => ownCase(transaction, act, done.caseId, this.surroundings),
    );
  }

  /** As above, for an act that is answered with something else than the case. */
  performFor<Request extends object, View>(useCase: ShowingUseCase<Request, View>, act: Act, caseId: string, request: Request): Promise<View> {
    return this.acts.perform(
      act,
      (transaction) => this.once(transaction, useCase, act, caseId, request),
      (transaction, done) => useCase.show(transaction, act, done.caseId),
    );
  }

  /** An act of a supervisor on a case of whatever desk of their body. */
  performInBody<Request extends object, View>(useCase: ShowingUseCase<Request, View>, act: Act, caseId: string, request: Request): Promise<View> {
    return this.acts.perform(
      act,
      (transaction) => this.once(transaction, useCase, act, caseId, request, 'body'),
      (transaction, done) => useCase.show(transaction, act, done.caseId),
    );
  }

  private get surroundings(): CaseSurroundings {
    return { vault: this.vault, options: this.settings.bodyOptions };
  }

  private async once<Request extends object>(transaction: Transaction, useCase: CaseUseCase<Request>, act: Act, caseId: string, request: Request, reach: Reach = 'desk'): Promise<Outcome<Done, Refusal>> {
    const row = await heldCase(transaction, act, caseId, request, reach);
    if (!row.ok) return row;
    const moved = await useCase.run(transaction, act, row.value, request);
    return moved.ok ? accept({ caseId }) : moved;
  }
}

/** Whose cases an act may be about: of the caller's desk, or of any desk of its body. */
type Reach = 'desk' | 'body';

async function heldCase(transaction: Transaction, { caller }: Act, caseId: string, request: { readonly revision?: number }, reach: Reach): Promise<Outcome<CaseRow, Refusal>> {
  const found = await transaction.repository(CaseRepository).held(caseId);
  // A case out of reach is as good as none: nobody learns that it exists.
  if (!found || !(await isWithinReach(transaction, caller, found, reach))) return refuse({ kind: 'not-found' });
  const row = await expireApproval(transaction, found);
  if (await isOwnCase(transaction, caller, row)) return refuse({ kind: 'own-card' });
  if (await isOwnApplication(transaction, caller.operator.codiceFiscale, row)) return refuse({ kind: 'applicant-is-operator' });
  if (request.revision !== undefined && request.revision !== row.revision) return refuse({ kind: 'case-changed', details: { revision: row.revision } });
  return accept(row);
}

async function isWithinReach(transaction: Transaction, { desk }: SignedInOperator, row: CaseRow, reach: Reach): Promise<boolean> {
  return row.deskId === desk.id || (reach === 'body' && (await transaction.repository(CaseRepository).bodyOf(row)) === desk.bodyId);
}

async function ownCase(transaction: Transaction, { caller }: Pick<Act, 'caller'>, caseId: string, surroundings: CaseSurroundings): Promise<CaseView> {
  const view = await showCase(transaction, caller, caseId, surroundings);
  if (!view) throw new Error('the case of an act that was done cannot be shown');
  return view;
}
