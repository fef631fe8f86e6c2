// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import type { CallView, CardOfCaller, RecordRevocationRequest, RequesterIdentified } from '@sportello/contracts';
import { CASE_KIND_RULES, effectsToRead, judgeRevocationAsking, parseIdCarta } from '@sportello/domain';
import type { CallerKind, CaseKind, CertificateAct, CertificateRevocationReason, RevocationNotAskable, ToldWithCip } from '@sportello/domain';
import { askerOf, kindsOf } from './asker';
import type { SpokenDeclaration } from '../../ui/revocation/asking';
import { ProofForm } from '../../ui/revocation/proof-form';
import type { ProofGap } from '../../ui/revocation/proof-form';

/** What is missing before a request can be recorded, in the order in which it is solved. */
export type RevocationGap = 'caller' | 'card' | 'open-request' | 'case-kind' | 'not-askable' | 'reason' | ProofGap | 'declaration' | 'call-back' | 'confirmation';

/** What the draft knows of the call around it. */
export interface CallFacts {
  readonly callerKind: () => CallerKind | null;
  readonly identification: () => CallView['identification'];
  /** Five tries were wrong, and it was decided to record the request all the same. */
  readonly isUnverified: () => boolean;
}

const LEAST_CALL_BACK = 3;

/** The request for revocation as it comes together: which card, why, what shows it, and the caller's own yes to what was read. */
export class RevocationDraft {
  readonly #chosen = signal<string | null>(null);
  readonly #kind = signal<CaseKind | null>(null);
  readonly #confirmed = signal('');
  readonly #declared = signal('');
  readonly act = signal<CertificateAct>('revocation');
  readonly reason = signal<CertificateRevocationReason | null>(null);
  readonly proof = new ProofForm();
  readonly callBackAt = signal('');
  readonly isCallBackWrong = computed(() => this.callBackAt().trim().length < LEAST_CALL_BACK);

  readonly cards = computed(() => this.facts.identification()?.cards ?? []);
  /** The one that was chosen; until then the one whose CIP was told. */
  readonly card = computed<CardOfCaller | null>(() => {
    const [cards, chosen] = [this.cards(), this.#chosen()];
    return cards.find(({ idCarta }) => idCarta === chosen) ?? cards.find(({ isOfThisCip }) => isOfThisCip) ?? null;
  });
  readonly asker = computed(() => askerOf(this.facts.callerKind()));
  readonly kinds = computed(() => kindsOf(this.asker(), this.card(), this.facts.identification()?.isMinor ?? false));
  readonly caseKind = computed<CaseKind | null>(() => {
    const [kinds, kind] = [this.kinds(), this.#kind()];
    if (kind !== null && kinds.includes(kind)) return kind;
    return kinds.length === 1 && this.asker() === 'representative' ? (kinds[0] ?? null) : null;
  });
  readonly #judged = computed(() => {
    const [asker, reason] = [this.asker(), this.reason()];
    if (asker === null || reason === null) return null;
    const identification = this.facts.identification();
    const mode = this.facts.isUnverified() ? this.#modeClaimed() : (this.card()?.mode ?? null);
    return judgeRevocationAsking({ asker, caseKind: this.caseKind(), way: 'cip-by-phone', reason, holderAge: identification?.isMinor === true ? 0 : null, mode, deskKind: null });
  });
  readonly refusal = computed<RevocationNotAskable | null>(() => {
    const judged = this.#judged();
    return judged?.ok === false ? judged.refusal : null;
  });
  readonly needsProof = computed(() => {
    const judged = this.#judged();
    return judged?.ok === true && judged.value.proof !== null;
  });
  readonly needsDeclaration = computed(() => this.needsProof() && this.proof.kind() === 'self-declaration');
  /** Spoken for this card and reason: it is recorded as such, and falls on whoever spoke. */
  readonly isDeclared = computed(() => this.#declared() === this.#declaration());
  readonly spoken: SpokenDeclaration = this;
  readonly #declaration = computed(() => [this.card()?.idCarta, this.reason()].join());
  /** To be read aloud, in this order; none while it is not known why. */
  readonly effects = computed(() => {
    const reason = this.reason();
    return reason === null ? [] : effectsToRead(this.act(), reason, this.#hasOthersInUse());
  });
  /** What the caller's yes is about: another card or reason is another question. */
  readonly #question = computed(() => [this.card()?.idCarta, ...this.effects()].join());
  readonly isConfirmed = computed(() => this.effects().length > 0 && this.#confirmed() === this.#question());

  constructor(private readonly facts: CallFacts) {}

  choose(idCarta: string): void {
    this.#chosen.set(idCarta);
  }

  speakAs(kind: CaseKind | null): void {
    this.#kind.set(kind);
  }

  confirm(isConfirmed: boolean): void {
    this.#confirmed.set(isConfirmed ? this.#question() : '');
  }

  declare(isDeclared: boolean): void {
    this.#declared.set(isDeclared ? this.#declaration() : '');
  }

  gaps(now: number): readonly RevocationGap[] {
    const isUnverified = this.facts.isUnverified();
    const [asker, refusal] = [this.asker(), this.refusal()];
    const isKindMissing = asker === 'representative' && this.caseKind() === null && this.kinds().length > 0;
    return [
      ...(asker === null ? (['caller'] as const) : []),
      ...(!isUnverified && this.card() === null ? (['card'] as const) : []),
      ...(this.card()?.openRequest ? (['open-request'] as const) : []),
      ...(isKindMissing ? (['case-kind'] as const) : []),
      ...(this.reason() === null ? (['reason'] as const) : []),
      ...(refusal && !isKindMissing ? (['not-askable'] as const) : []),
      ...(this.needsProof() ? this.proof.gaps(now) : []),
      ...(this.needsDeclaration() && !this.isDeclared() ? (['declaration'] as const) : []),
      ...(isUnverified && this.isCallBackWrong() ? (['call-back'] as const) : []),
      ...(this.isConfirmed() ? [] : (['confirmation'] as const)),
    ];
  }

  /** The request, once there are no gaps; `told`: what the caller said who was not recognised. */
  message(call: CallView, told: ToldWithCip): RecordRevocationRequest | null {
    const [asker, reason, identification] = [this.asker(), this.reason(), call.identification];
    if (asker === null || reason === null) return null;
    const identified = this.#identified(call, told);
    if (!identified) return null;
    const happenedAt = this.needsProof() ? (this.proof.happened.instant()?.toISOString() ?? null) : null;
    return {
      act: this.act(),
      reason,
      asker,
      caseKind: this.caseKind(),
      identified,
      idCarta: identification ? (this.card()?.idCarta ?? null) : cardNumberIn(told),
      happenedAt,
      proof: this.needsProof() ? this.proof.message() : null,
      confirmedEffects: [...this.effects()],
      notes: null,
    };
  }

  #hasOthersInUse(): boolean {
    const chosen = this.card()?.idCarta;
    return this.cards().some(({ idCarta, state }) => idCarta !== chosen && (state === 'active' || state === 'suspended'));
  }

  #identified(call: CallView, told: ToldWithCip): RequesterIdentified | null {
    if (this.facts.isUnverified()) return { by: 'nothing', callId: call.id, ...told, callBackAt: this.callBackAt().trim() };
    return call.identification ? { by: 'cip', callId: call.id, identificationId: call.identification.id } : null;
  }

  /** Who was not recognised is believed for now: a supervisor looks. */
  #modeClaimed() {
    const kind = this.caseKind();
    return kind === null ? null : CASE_KIND_RULES[kind].mode;
  }
}

function cardNumberIn({ idCarta }: ToldWithCip): string | null {
  const parsed = parseIdCarta((idCarta ?? '').replace(/\s/g, ''));
  return parsed.ok ? parsed.value.value : null;
}
