// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject, Service, signal } from '@angular/core';
import type { CaseView, ColleaguesView, CorrectCaseRequest, HandOverCaseRequest, RevocationReceipt, WrongDeliveryRequest } from '@sportello/contracts';
import type { ApiAnswer } from '../api/api-answer';
import { ApiClient } from '../api/api-client';
import { DeskStore } from '../desk/desk-store';
import type { ActTrouble } from './case-store';

/** The record of a case, in hand or not, and what is done with the record alone. */
@Service({ autoProvided: false })
export class RecordStore {
  readonly #api = inject(ApiClient);
  readonly #desk = inject(DeskStore);
  readonly #case = signal<CaseView | null>(null);
  readonly #trouble = signal<ActTrouble | null>(null);
  readonly #isBusy = signal(false);
  readonly #wrongDelivery = signal<RevocationReceipt | null>(null);

  readonly case = this.#case.asReadonly();
  readonly trouble = this.#trouble.asReadonly();
  readonly isBusy = this.#isBusy.asReadonly();
  /** Of the wrong delivery that was told just now. */
  readonly wrongDelivery = this.#wrongDelivery.asReadonly();

  async read(id: string): Promise<void> {
    const answer = await this.#api.read<CaseView>(`/api/cases/${id}`);
    // What became of an act stays told while the case is read again.
    if (answer.kind !== 'done' || this.#case() === null) this.#trouble.set(answer.kind === 'done' ? null : answer);
    if (answer.kind === 'done') this.#case.set(answer.value);
  }

  correct(request: Omit<CorrectCaseRequest, 'revision'>): Promise<void> {
    return this.#act('corrections', request);
  }

  handOver(request: Omit<HandOverCaseRequest, 'revision'>): Promise<void> {
    return this.#act('hand-over', request);
  }

  async colleagues(): Promise<ColleaguesView['colleagues'] | undefined> {
    const view = this.#case();
    const answer = view && (await this.#api.read<ColleaguesView>(`/api/cases/${view.id}/colleagues`));
    if (answer?.kind === 'done') return answer.value.colleagues;
    if (answer) this.#trouble.set(answer);
    return undefined;
  }

  async tellWrongDelivery(request: Omit<WrongDeliveryRequest, 'revision'>): Promise<void> {
    const view = this.#case();
    if (!view || this.#isBusy()) return;
    this.#isBusy.set(true);
    const answer = await this.#api.act<RevocationReceipt>(`/api/cases/${view.id}/wrong-delivery`, { revision: view.revision, ...request });
    this.#trouble.set(answer.kind === 'done' ? null : answer);
    if (answer.kind === 'done') this.#wrongDelivery.set(answer.value);
    await this.read(view.id);
    this.#isBusy.set(false);
  }

  async #act(path: string, request: object): Promise<void> {
    const view = this.#case();
    if (!view || this.#isBusy()) return;
    this.#isBusy.set(true);
    const answer = await this.#api.act<CaseView>(`/api/cases/${view.id}/${path}`, { revision: view.revision, ...request });
    await this.#take(view.id, answer);
    this.#isBusy.set(false);
  }

  async #take(id: string, answer: ApiAnswer<CaseView>): Promise<void> {
    this.#trouble.set(answer.kind === 'done' ? null : answer);
    if (answer.kind === 'done') this.#case.set(answer.value);
    // Somebody moved it meanwhile: the record shows where it is now, under the words that say so.
    else if (answer.kind === 'refused' && answer.problem.code === 'case-changed') await this.read(id);
    // The same case may be in hand, and the open cases say whose it is.
    await this.#desk.refresh();
  }
}
