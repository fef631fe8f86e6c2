// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, inject, Service, signal } from '@angular/core';
import type { CallView, CloseCallRequest, IdentifyByCipRequest, OpenCallRequest, RecordMailRequest, RecordRevocationRequest, RevocationReceipt, WriteCallRequest } from '@sportello/contracts';
import { isOpenRevocation } from '@sportello/domain';
import type { ApiAnswer } from '../api/api-answer';
import { ApiClient } from '../api/api-client';
import type { ActTrouble } from '../case/case-store';
import { mismatchIn } from './cip-answer';
import type { CipMismatch } from './cip-answer';

export type CallWriting = Omit<WriteCallRequest, 'revision'>;
export type ToldWithCip = Omit<IdentifyByCipRequest, 'revision' | 'cip'>;

/** The call in hand: what is written while it is spoken, who was recognised, and the request that comes of it. */
@Service({ autoProvided: false })
export class CallStore {
  readonly #api = inject(ApiClient);
  readonly #call = signal<CallView | null>(null);
  readonly #trouble = signal<ActTrouble | null>(null);
  readonly #isBusy = signal(false);
  readonly #mismatch = signal<CipMismatch | null>(null);
  readonly #receipt = signal<RevocationReceipt | null>(null);
  readonly #unsaved = signal<CallWriting | null>(null);
  readonly #clockLead = signal(0);
  #saving: Promise<void> | null = null;

  readonly call = this.#call.asReadonly();
  readonly trouble = this.#trouble.asReadonly();
  readonly isBusy = this.#isBusy.asReadonly();
  readonly mismatch = this.#mismatch.asReadonly();
  /** Of the request that was recorded just now. */
  readonly receipt = this.#receipt.asReadonly();
  readonly isSaved = computed(() => this.#unsaved() === null);
  /** By how many milliseconds the server is ahead of this computer, as the last call's beginning told. */
  readonly clockLead = this.#clockLead.asReadonly();
  readonly mayRecordUnverified = computed(() => (this.#call()?.mayRecordUnverified ?? false) || (this.#mismatch()?.mayRecordUnverified ?? false));

  async begin(request: OpenCallRequest): Promise<boolean> {
    const isDone = await this.#act('/api/calls', request);
    const call = this.#call();
    if (isDone && call) this.#clockLead.set(Date.parse(call.openedAt) - Date.now());
    return isDone;
  }

  recordMail(request: RecordMailRequest): Promise<boolean> {
    return this.#act('/api/calls/mails', request);
  }

  /** Takes up a call that was left open, or kept for its follow-up. */
  async take(id: string): Promise<boolean> {
    return this.#one(async () => this.#took(await this.#api.read<CallView>(`/api/calls/${id}`)));
  }

  /** Lays the call by: it stays open, and nothing of it stays on the page. */
  async leave(): Promise<boolean> {
    if (!(await this.saved())) return false;
    this.#clear();
    return true;
  }

  /** Something changed somewhere: how the requests of this call stand is read again while one is on its way. What is written here stays as it is. */
  async follow(): Promise<void> {
    const call = this.#call();
    if (!call?.requests.some(({ state }) => isOpenRevocation(state))) return;
    const answer = await this.#api.read<CallView>(`/api/calls/${call.id}`);
    const shown = this.#call();
    if (answer.kind !== 'done' || shown?.id !== call.id || answer.value.requests.length < shown.requests.length) return;
    if (standingOf(answer.value) !== standingOf(shown)) this.#call.set({ ...shown, requests: answer.value.requests });
  }

  /** Sends what is written; while one is under way the newest waits. */
  write(writing: CallWriting): void {
    if (this.isSaved() && isWrittenIn(this.#call(), writing)) return;
    this.#unsaved.set(writing);
    this.#saving ??= this.#saveAll().finally(() => (this.#saving = null));
  }

  /** Whether all that was written has arrived. */
  async saved(): Promise<boolean> {
    const unsaved = this.#unsaved();
    if (this.#saving === null && unsaved) this.write(unsaved);
    await this.#saving;
    return this.isSaved();
  }

  /** Whether they were recognised. The CIP goes with the body and is kept nowhere. */
  async identify(told: ToldWithCip, cip: string): Promise<boolean> {
    const call = await this.#settledCall();
    if (!call) return false;
    return this.#one(async () => {
      const answer = await this.#api.act<CallView>(`/api/calls/${call.id}/identification`, { revision: call.revision, ...told }, { cip });
      const mismatch = answer.kind === 'refused' ? mismatchIn(answer.problem, Date.now()) : undefined;
      this.#mismatch.set(mismatch ? { ...mismatch, mayRecordUnverified: mismatch.mayRecordUnverified || this.mayRecordUnverified() } : null);
      if (!mismatch) return this.#took(answer);
      this.#trouble.set(null);
      return false;
    });
  }

  /** The request's number, in the receipt; null when it was refused. */
  async record(request: RecordRevocationRequest): Promise<RevocationReceipt | null> {
    const call = await this.#settledCall();
    if (!call) return null;
    const isDone = await this.#one(async () => {
      const answer = await this.#api.act<RevocationReceipt>('/api/revocations', request);
      if (answer.kind !== 'done') return this.#notRecorded(call.id, answer);
      this.#trouble.set(null);
      this.#receipt.set(answer.value);
      await this.#readAgain(call.id);
      return true;
    });
    return isDone ? this.#receipt() : null;
  }

  async close(closing: Omit<CloseCallRequest, 'revision'>): Promise<boolean> {
    const call = await this.#settledCall();
    if (!call || !(await this.#act(`/api/calls/${call.id}/closing`, { revision: call.revision, ...closing }))) return false;
    this.#clear();
    return true;
  }

  dismissTrouble(): void {
    this.#trouble.set(null);
  }

  /** The call as it is once all that was written has arrived; null: it has not. */
  async #settledCall(): Promise<CallView | null> {
    return (await this.saved()) ? this.#call() : null;
  }

  async #saveAll(): Promise<void> {
    for (let writing = this.#unsaved(); writing; writing = this.#unsaved()) {
      const call = this.#call();
      if (!call) return;
      const answer = await this.#api.act<CallView>(`/api/calls/${call.id}/changes`, { revision: call.revision, ...writing });
      // It was laid by meanwhile: this answer is about another call.
      if (this.#call()?.id !== call.id) return;
      if (!this.#took(answer)) return this.#overtaken(call.id, answer);
      if (this.#unsaved() === writing) this.#unsaved.set(null);
    }
  }

  /** Somebody else wrote meanwhile: what is typed here goes out with the next change, on top of theirs. */
  async #overtaken(id: string, answer: ApiAnswer<CallView>): Promise<void> {
    if (answer.kind === 'refused' && answer.problem.code === 'call-changed') await this.#readAgain(id);
  }

  /** Who was recognised may not be any more, or the call is closed: it is shown as it is now. */
  async #notRecorded(id: string, trouble: ActTrouble): Promise<false> {
    this.#failed(trouble);
    if (trouble.kind === 'refused' && ['identification-ended', 'not-found'].includes(trouble.problem.code)) await this.#readAgain(id);
    return false;
  }

  async #readAgain(id: string): Promise<void> {
    const answer = await this.#api.read<CallView>(`/api/calls/${id}`);
    if (answer.kind === 'done' && answer.value.state === 'closed') this.#gone();
    else if (answer.kind === 'done') this.#call.set(answer.value);
  }

  /** Somebody else closed it: nothing can be saved any more, and it leaves the page with the words that say so. */
  #gone(): void {
    const trouble = this.#trouble();
    this.#clear();
    this.#trouble.set(trouble);
  }

  #act(path: string, body: object): Promise<boolean> {
    return this.#one(async () => this.#took(await this.#api.act<CallView>(path, body)));
  }

  async #one(act: () => Promise<boolean>): Promise<boolean> {
    if (this.#isBusy()) return false;
    this.#isBusy.set(true);
    try {
      return await act();
    } finally {
      this.#isBusy.set(false);
    }
  }

  #took(answer: ApiAnswer<CallView>): boolean {
    if (answer.kind !== 'done') return this.#failed(answer);
    this.#trouble.set(null);
    // An answer that was overtaken by a newer one tells nothing new.
    if (!isOlder(answer.value, this.#call())) this.#call.set(answer.value);
    return true;
  }

  #failed(trouble: ActTrouble): false {
    // The sign-in layer says it.
    const isSignedOut = trouble.kind === 'refused' && trouble.problem.code === 'not-signed-in';
    if (!isSignedOut) this.#trouble.set(trouble);
    if (trouble.kind === 'refused' && trouble.problem.code === 'call-closed') this.#gone();
    return false;
  }

  #clear(): void {
    this.#call.set(null);
    this.#trouble.set(null);
    this.#mismatch.set(null);
    this.#receipt.set(null);
    this.#unsaved.set(null);
  }
}

function isWrittenIn(call: CallView | null, { callerKind, category, notes, doneSteps }: CallWriting): boolean {
  return call !== null && call.callerKind === callerKind && call.category === category && call.notes === notes && call.doneSteps.join() === doneSteps.join();
}

function standingOf({ requests }: CallView): string {
  return requests.map(({ id, state }) => `${id} ${state}`).join();
}

function isOlder(answer: CallView, shown: CallView | null): boolean {
  return answer.id === shown?.id && answer.revision < shown.revision;
}
