// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, inject, Service, signal } from '@angular/core';
import type { ApprovalDocument, AskStationChangeRequest, CaseAct, CaseView, ConfirmStationChangeRequest, DecideApprovalAtDeskRequest, IdentificationRequest, Problem, RefuseCaseRequest, VoidEnvelopeRequest, OpenCaseRequest, SameApplicantRequest } from '@sportello/contracts';
import type { EnvelopeStyle, CaseKind } from '@sportello/domain';
import { ApiClient } from '../api/api-client';
import type { ApiAnswer } from '../api/api-answer';

/** Why the last act did not go through. */
export type ActTrouble = { readonly kind: 'refused'; readonly problem: Problem } | { readonly kind: 'unreachable' };

/** Undefined when nothing was sent: no case in hand, or another act under way. */
export type ActAnswer = ApiAnswer<CaseView> | undefined;

/** What is known of a case beyond its card when it is opened: new codes for an active card, or the visit that it belongs to. */
export type CaseChoice = Pick<OpenCaseRequest, 'duplicate' | 'visit'>;

/** What a supervisor decides on a case that does not go on by itself. */
export type Decision = Extract<CaseAct, 'resume-writing' | 'new-codes' | 'close-as-lost'>;

const PATH_OF_DECISION: Readonly<Record<Decision, string>> = { 'resume-writing': 'writing', 'new-codes': 'new-codes', 'close-as-lost': 'loss' };

/** The case in hand, and the acts on it: one at a time, so that a double click sends one. */
@Service()
export class CaseStore {
  readonly #api = inject(ApiClient);
  readonly #case = signal<CaseView | null>(null);
  readonly #trouble = signal<ActTrouble | null>(null);
  readonly #isBusy = signal(false);
  /** Counts what acts have brought: an answer to an older read than the last act is stale. */
  #acts = 0;

  readonly case = this.#case.asReadonly();
  readonly trouble = this.#trouble.asReadonly();
  readonly isBusy = this.#isBusy.asReadonly();
  readonly id = computed(() => this.#case()?.id ?? null);

  /** Opens the case of the card in the reader. A refusal is about the card, so that it is told beside the card and not in the case in hand. */
  async open(insertionId: string, choice: CaseChoice = {}): Promise<ActAnswer> {
    return this.#one(async () => {
      const answer = await this.#api.act<CaseView>('/api/cases', { insertionId, ...choice });
      if (answer.kind === 'done') this.#take(answer.value);
      return answer;
    });
  }

  identify(request: Omit<IdentificationRequest, 'revision'>): Promise<ActAnswer> {
    return this.#actOnCase('identification', request);
  }

  /** The applicant of the visit's earlier case goes on with this card. */
  identifySameVisit(request: Omit<SameApplicantRequest, 'revision'>): Promise<ActAnswer> {
    return this.#actOnCase('identification/same-visit', request);
  }

  /** Somebody else came than was proposed. */
  changeKind(kind: CaseKind): Promise<ActAnswer> {
    return this.#actOnCase('kind', { kind });
  }

  printEnvelope(envelope: EnvelopeStyle): Promise<ActAnswer> {
    return this.#actOnCase('envelope', { envelope });
  }

  voidEnvelope(reason: VoidEnvelopeRequest['reason']): Promise<ActAnswer> {
    return this.#actOnCase('envelope/void', { reason });
  }

  /** The form alone: the envelope, with its codes, never prints twice. */
  printForm(): Promise<ActAnswer> {
    return this.#actOnCase('form', {});
  }

  suspend(): Promise<ActAnswer> {
    return this.#actOnCase('suspension', {});
  }

  refuse(request: Omit<RefuseCaseRequest, 'revision'>): Promise<ActAnswer> {
    return this.#actOnCase('refusal', request);
  }

  abandon(): Promise<ActAnswer> {
    return this.#actOnCase('abandonment', {});
  }

  decide(decision: Decision, reason: string): Promise<ActAnswer> {
    return this.#actOnCase(PATH_OF_DECISION[decision], { reason });
  }

  /** Nobody answered in time: the supervisors are asked once more. */
  askApprovalAgain(): Promise<ActAnswer> {
    return this.#actOnCase('approval', {});
  }

  /** *Torna senza fila*: the citizen goes, and the request stays. */
  returnLater(): Promise<ActAnswer> {
    return this.#actOnCase('approval/return', {});
  }

  /** A supervisor signs on this page. What does not go through is told where they signed, and nothing of the password is kept. */
  async signApproval(signed: Omit<DecideApprovalAtDeskRequest, 'revision' | 'password'>, password: string): Promise<ActAnswer> {
    const inHand = this.#case();
    if (!inHand) return undefined;
    return this.#one(async () => {
      const answer = await this.#api.act<CaseView>(`/api/cases/${inHand.id}/approval/at-desk`, { revision: inHand.revision, ...signed }, { password });
      if (answer.kind === 'done') this.#take(answer.value);
      else if (answer.kind === 'refused' && answer.problem.code === 'case-changed') await this.readAgain();
      return answer;
    });
  }

  /** What the signed-in person has to approve, so that the vault seals the codes to the station that has the card. */
  async stationChangeTicket(): Promise<ApiAnswer<ApprovalDocument> | undefined> {
    const inHand = this.#case();
    if (!inHand || this.#isBusy()) return undefined;
    this.#isBusy.set(true);
    try {
      const answer = await this.#api.act<ApprovalDocument>(`/api/cases/${inHand.id}/station-change/ticket`, { revision: inHand.revision });
      if (answer.kind !== 'done') await this.#fail(answer);
      return answer;
    } finally {
      this.#isBusy.set(false);
    }
  }

  askStationChange(request: Omit<AskStationChangeRequest, 'revision'>): Promise<ActAnswer> {
    return this.#actOnCase('station-change', request);
  }

  confirmStationChange(request: Omit<ConfirmStationChangeRequest, 'revision'>): Promise<ActAnswer> {
    return this.#actOnCase('station-change/confirmation', request);
  }

  /** A scan carries no revision: what is on the paper says which case it means. */
  async scan(text: string): Promise<ActAnswer> {
    const inHand = this.#case();
    return inHand ? this.#act(`/api/cases/${inHand.id}/scans`, { text }) : undefined;
  }

  /** Takes up an open case again. */
  async reopen(id: string): Promise<void> {
    const answer = await this.#api.read<CaseView>(`/api/cases/${id}`);
    if (answer.kind === 'done') this.#take(answer.value);
    else this.#trouble.set(answer);
  }

  /** Reads the case in hand anew, after a hint. */
  async readAgain(): Promise<void> {
    const id = this.id();
    if (id === null) return;
    const acts = this.#acts;
    const answer = await this.#api.read<CaseView>(`/api/cases/${id}`);
    const isStale = acts !== this.#acts || this.id() !== id;
    if (answer.kind !== 'done' || isStale) return;
    const hasMoved = answer.value.revision !== this.#case()?.revision;
    this.#case.set(answer.value);
    if (hasMoved) this.#trouble.set(null);
  }

  /** Leaves the case where it is; while it is open it stays in *Pratiche aperte*. */
  leave(): void {
    this.#acts += 1;
    this.#case.set(null);
    this.#trouble.set(null);
  }

  dismissTrouble(): void {
    this.#trouble.set(null);
  }

  async #actOnCase(act: string, request: object): Promise<ActAnswer> {
    const inHand = this.#case();
    return inHand ? this.#act(`/api/cases/${inHand.id}/${act}`, { revision: inHand.revision, ...request }) : undefined;
  }

  #act(path: string, body: object): Promise<ActAnswer> {
    return this.#one(async () => {
      const answer = await this.#api.act<CaseView>(path, body);
      if (answer.kind === 'done') this.#take(answer.value);
      else await this.#fail(answer);
      return answer;
    });
  }

  async #one(act: () => Promise<ApiAnswer<CaseView>>): Promise<ActAnswer> {
    if (this.#isBusy()) return undefined;
    this.#isBusy.set(true);
    try {
      return await act();
    } finally {
      this.#isBusy.set(false);
    }
  }

  async #fail(trouble: ActTrouble): Promise<void> {
    // The sign-in layer says it.
    if (trouble.kind === 'refused' && trouble.problem.code === 'not-signed-in') return;
    // Somebody else, or another tab, moved the case: show where it is now, under the words that say so.
    if (trouble.kind === 'refused' && trouble.problem.code === 'case-changed') await this.readAgain();
    this.#trouble.set(trouble);
  }

  #take(view: CaseView): void {
    this.#acts += 1;
    this.#case.set(view);
    this.#trouble.set(null);
  }
}
