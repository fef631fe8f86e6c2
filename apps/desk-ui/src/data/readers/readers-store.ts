// SPDX-License-Identifier: AGPL-3.0-or-later
import { Service, signal } from '@angular/core';
import type { CountReadersRequest, ReadersView, ReceiveReadersRequest, SellReadersRequest, VoidSaleRequest } from '@sportello/contracts';
import { CustodyStore } from '../custody/custody-store';

/** The readers that the desk sells: what lies there, the sales of today, and of another day when one is looked at. */
@Service()
export class ReadersStore extends CustodyStore<ReadersView> {
  protected readonly path = '/api/readers';
  readonly #otherDay = signal<ReadersView | null>(null);

  readonly otherDay = this.#otherDay.asReadonly();

  receive(request: ReceiveReadersRequest): Promise<boolean> {
    return this.act('deliveries', request);
  }

  sell(request: SellReadersRequest): Promise<boolean> {
    return this.act('sales', request);
  }

  takeBack(saleId: string, request: VoidSaleRequest): Promise<boolean> {
    return this.act(`sales/${saleId}/void`, request);
  }

  count(request: CountReadersRequest): Promise<boolean> {
    return this.act('counts', request);
  }

  /** Null: back to today. */
  async look(day: string | null): Promise<boolean> {
    const answer = day === null ? null : await this.api.read<ReadersView>(`${this.path}?day=${day}`);
    this.#otherDay.set(answer?.kind === 'done' ? answer.value : null);
    return answer === null || answer.kind === 'done';
  }
}
