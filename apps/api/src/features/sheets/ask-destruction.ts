// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { AskDestructionRequest } from '@sportello/contracts';
import { type Outcome, accept } from '@sportello/domain';
import { openMatter } from '../../platform/custody/open-matter';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { heldRange, holdOwnStock } from './asked-range';
import type { SheetUseCase } from './sheet-acts';
import { SignMatter } from './sign-matter';

/** Sheets are to be destroyed. Whoever asks signs first; nothing is destroyed before another has signed. */
@Injectable()
export class AskDestruction implements SheetUseCase<AskDestructionRequest> {
  constructor(private readonly signMatter: SignMatter) {}

  async run(transaction: Transaction, act: Act, { reason, ...request }: AskDestructionRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const { id: deskId } = await holdOwnStock(transaction, act);
    const range = await heldRange(transaction, deskId, request, { at: 'stock-or-tray' });
    if (!range.ok) return range;
    const matterId = await openMatter(transaction, act, { kind: 'destruction', deskId, ranges: [range.value] });
    const signed = await this.signMatter.run(transaction, act, { matterId, outcome: 'destroyed', reason });
    return signed.ok ? accept({ subjectId: matterId }) : signed;
  }
}
