// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { ReceiveReadersRequest } from '@sportello/contracts';
import { type Outcome, accept } from '@sportello/domain';
import { tell } from '../../platform/custody/tell';
import type { Transaction } from '../../platform/database/transaction';
import type { Act } from '../../platform/idempotency/act';
import type { SubjectDone } from '../../platform/idempotency/stored-answer';
import type { Refusal } from '../../platform/problems/refusal';
import { type ReaderUseCase, moveReaders } from './reader-acts';

/** A box of readers came to the desk. */
@Injectable()
export class ReceiveReaders implements ReaderUseCase<ReceiveReadersRequest> {
  async run(transaction: Transaction, act: Act, { quantity, note }: ReceiveReadersRequest): Promise<Outcome<SubjectDone, Refusal>> {
    const subjectId = await moveReaders(transaction, act, { kind: 'received', quantity, saleId: null, note: note === '' ? null : note });
    tell(transaction, act, 'readers.received', { quantity });
    return accept({ subjectId });
  }
}
