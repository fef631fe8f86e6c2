// SPDX-License-Identifier: AGPL-3.0-or-later
import { computed, signal } from '@angular/core';
import type { CardsAtDesk, PrintDeclarationRequest, RecordRevocationRequest } from '@sportello/contracts';
import { CASE_KIND_RULES, CASE_KINDS, DECLARABLE_REASONS, effectsToRead, FULL_AGE, judgeRevocationAsking, REVOCATION_ASKER_RULES } from '@sportello/domain';
import type { CaseKind, CertificateAct, CertificateRevocationReason, DeskKind, RevocationAsker, RevocationNotAskable } from '@sportello/domain';
import type { Missing } from '../../ui/identity/missing';
import type { CardsToChoose, EffectsToRead, Field, ReasonToTell } from '../../ui/revocation/asking';
import { ProofForm } from '../../ui/revocation/proof-form';
import type { ProofGap } from '../../ui/revocation/proof-form';
import { wording } from '../../ui/words/wording';
import { DeathForm } from './death-form';
import { WhoCame } from './who-came';
import type { DeskAround } from './who-came';

/** Who may stand at the counter and ask. */
export const ASKERS_AT_DESK = ['holder', 'representative', 'relative'] as const satisfies readonly RevocationAsker[];
export type AskerAtDesk = (typeof ASKERS_AT_DESK)[number];

const FIELD_OF_PROOF: Readonly<Record<ProofGap, string>> = { happened: 'happened-day', 'report-office': 'report-office', 'report-day': 'report-day' };

export interface DeskFacts extends Omit<DeskAround, 'needs' | 'keepsCopies'> {
  readonly found: () => CardsAtDesk | null;
  /** By which stay in the reader the cards were found. */
  readonly insertionId: () => string | null;
  readonly deskKind: () => DeskKind;
}

/** A request at the counter as it comes together: who came, which card, why, and their yes to what was read. */
export class DeskDraft implements CardsToChoose, ReasonToTell, EffectsToRead {
  readonly #chosen = signal<string | null>(null);
  readonly #kind = signal<CaseKind | null>(null);
  readonly #act = signal<CertificateAct>('revocation');
  readonly #reason = signal<CertificateRevocationReason | null>(null);
  readonly #signed = signal('');
  readonly #confirmed = signal('');
  readonly asker = signal<AskerAtDesk>('holder');
  readonly proof = new ProofForm();
  readonly spoken = null;
  readonly death = new DeathForm();
  /** At the counter nobody is called back. */
  readonly callBackAt = signal('');
  readonly isCallBackWrong = computed(() => false);
  readonly who: WhoCame;

  readonly cards = computed(() => this.facts.found()?.cards ?? []);
  /** The one that was chosen; until then the one that lies in the reader, or the only one. */
  readonly card = computed(() => {
    const [cards, chosen] = [this.cards(), this.#chosen()];
    return cards.find(({ idCarta }) => idCarta === chosen) ?? cards.find(({ isAskedFor }) => isAskedFor) ?? (cards.length === 1 ? (cards[0] ?? null) : null);
  });
  readonly isRelative = computed(() => this.asker() === 'relative');
  /** As which the asker may speak, of a holder of this age and at this sort of desk. */
  readonly qualities = computed<readonly CaseKind[]>(() => {
    const isMinor = this.facts.found()?.isMinor ?? null;
    if (this.asker() === 'holder') return isMinor === true ? ['emancipated-minor'] : [];
    if (this.asker() !== 'representative') return [];
    return CASE_KINDS.filter((kind) => {
      const { applicant, holderAge, deskKinds } = CASE_KIND_RULES[kind];
      return applicant !== 'holder' && deskKinds.includes(this.facts.deskKind()) && (isMinor === null || (holderAge.below === undefined) !== isMinor);
    });
  });
  readonly caseKind = computed<CaseKind | null>(() => this.qualities().find((kind) => kind === this.#kind()) ?? null);
  /** Asked with who came, and not beside the reason. */
  readonly kinds = computed<readonly CaseKind[]>(() => []);

  /** What can be done with the card as it is. */
  readonly acts = computed<readonly CertificateAct[]>(() => {
    if (!this.facts.found()?.isSuspensionOn || this.isRelative()) return ['revocation'];
    return this.card()?.state === 'suspended' ? ['revocation', 'reactivation'] : ['revocation', 'suspension'];
  });
  readonly act = asField(
    computed(() => this.acts().find((act) => act === this.#act()) ?? 'revocation'),
    (act: CertificateAct) => this.#act.set(act),
  );
  readonly reasons = computed(() => REVOCATION_ASKER_RULES[this.asker()].reasons);
  readonly reason = asField(
    computed(() => (this.reasons().length === 1 ? (this.reasons()[0] ?? null) : (this.reasons().find((reason) => reason === this.#reason()) ?? null))),
    (reason: CertificateRevocationReason | null) => this.#reason.set(reason),
  );
  readonly #isInReader = computed(() => this.facts.insertionId() !== null && this.card()?.isAskedFor === true && !this.isRelative());
  readonly #judged = computed(() => {
    const reason = this.reason();
    const [card, isMinor] = [this.card(), this.facts.found()?.isMinor];
    const holderAge = isMinor === undefined ? null : isMinor ? 0 : FULL_AGE;
    return judgeRevocationAsking({
      asker: this.asker(),
      caseKind: this.caseKind(),
      way: this.#isInReader() ? 'card-at-desk' : 'document-at-desk',
      // What a quality takes is known before the reason is.
      reason: reason ?? this.reasons()[0] ?? 'loss',
      holderAge,
      mode: card?.mode ?? null,
      deskKind: this.facts.deskKind(),
    });
  });
  readonly #isKindMissing = computed(() => this.asker() === 'representative' && this.caseKind() === null);
  readonly refusal = computed<RevocationNotAskable | null>(() => {
    const judged = this.#judged();
    return judged.ok || this.reason() === null || this.#isKindMissing() ? null : judged.refusal;
  });
  readonly needs = computed(() => {
    const judged = this.#judged();
    return judged.ok ? judged.value : null;
  });
  readonly isProofAsked = computed(() => this.reason() !== null && this.act() !== 'reactivation' && (this.needs()?.proof ?? null) !== null);
  readonly needsProof = computed(() => this.isProofAsked() && !this.isRelative());
  readonly asksSignature = computed(() => this.isProofAsked() && (this.isRelative() ? this.death.kind() : this.proof.kind()) === 'self-declaration');
  readonly isSigned = computed(() => this.#signed() !== '' && this.#signed() === this.reason());

  readonly effects = computed(() => {
    const reason = this.reason();
    return reason === null || this.card() === null ? [] : effectsToRead(this.act(), reason, this.#hasOthersInUse());
  });
  /** What the yes is about: another card, act or reason is another question. */
  readonly #question = computed(() => [this.card()?.idCarta, ...this.effects()].join());
  readonly isConfirmed = computed(() => this.effects().length > 0 && this.#confirmed() === this.#question());

  constructor(private readonly facts: DeskFacts) {
    // The holder's own document is no paper to tick: its fields say that it was in hand.
    this.who = new WhoCame({ ...facts, needs: () => (this.asker() === 'representative' ? this.needs() : null), keepsCopies: () => facts.found()?.keepsCopies ?? false });
  }

  choose(idCarta: string): void {
    this.#chosen.set(idCarta);
  }

  speakAs(kind: CaseKind | null): void {
    this.#kind.set(kind);
  }

  sign(isSigned: boolean): void {
    this.#signed.set(isSigned ? (this.reason() ?? '') : '');
  }

  confirm(isConfirmed: boolean): void {
    this.#confirmed.set(isConfirmed ? this.#question() : '');
  }

  /** What is printed to be signed, where a theft or a loss is declared; null while something of it is missing. */
  declaration(): Omit<PrintDeclarationRequest, 'language'> | null {
    const [reason, card, declarant, happened] = [DECLARABLE_REASONS.find((each) => each === this.reason()), this.card(), this.who.declarant(), this.proof.happened.instant()];
    if (!reason || !card || !declarant || !happened) return null;
    return { reason, happenedAt: happened.toISOString(), isHolder: this.asker() === 'holder', idCarta: card.idCarta, ...declarant };
  }

  /** In the order of the page. */
  missing(now: number): readonly Missing[] {
    const gap = (name: string, target: string) => [{ target, words: wording(`deskRevocation.gaps.${name}`) }];
    return [
      ...(this.#isKindMissing() ? gap('case-kind', 'asker-kind') : []),
      ...this.who.missing(),
      ...(this.facts.found() === null ? gap('holder', 'holder-code') : this.card() === null ? gap('card', 'card-first') : []),
      ...(this.card()?.openRequest ? gap('open-request', 'card-first') : []),
      ...(this.reason() === null ? gap('reason', 'revocation-reason') : []),
      ...(this.refusal() ? gap('not-askable', 'revocation-reason') : []),
      ...(this.needsProof() ? this.proof.gaps(now).map((each) => ({ target: FIELD_OF_PROOF[each], words: wording(`helpDesk.gaps.${each}`) })) : []),
      ...(this.isProofAsked() && this.isRelative() ? this.death.gaps() : []),
      ...(this.asksSignature() && !this.isSigned() ? gap('signature', 'declaration-signed') : []),
      ...(this.isConfirmed() ? [] : gap('confirmation', 'effects-confirmed')),
    ];
  }

  /** Once nothing is missing. */
  message(now: number): RecordRevocationRequest | null {
    const [card, reason, who, insertionId] = [this.card(), this.reason(), this.who.message(), this.facts.insertionId()];
    if (!card || reason === null || !who || this.missing(now).length > 0) return null;
    return {
      act: this.act(),
      reason,
      asker: this.asker(),
      caseKind: this.caseKind(),
      identified: this.#isInReader() && insertionId !== null ? { by: 'card', insertionId, ...who } : { by: 'document', ...who },
      idCarta: card.idCarta,
      happenedAt: this.needsProof() ? (this.proof.happened.instant()?.toISOString() ?? null) : null,
      proof: this.isProofAsked() ? this.#proofShown() : null,
      confirmedEffects: [...this.effects()],
      notes: null,
    };
  }

  #proofShown(): RecordRevocationRequest['proof'] {
    if (this.isRelative()) return this.death.message();
    return this.proof.kind() === 'self-declaration' ? { kind: 'self-declaration', isSigned: this.isSigned() } : this.proof.message();
  }

  #hasOthersInUse(): boolean {
    const chosen = this.card()?.idCarta;
    return this.cards().some(({ idCarta, state }) => idCarta !== chosen && (state === 'active' || state === 'suspended'));
  }
}

/** A field whose choice holds only while it can be made. */
function asField<Value>(read: () => Value, write: (value: Value) => void): Field<Value> {
  return Object.assign(() => read(), { set: write });
}
