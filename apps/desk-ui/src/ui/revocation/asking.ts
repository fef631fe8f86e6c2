// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardOfCaller } from '@sportello/contracts';
import type { CaseKind, CertificateAct, CertificateRevocationReason, RevocationEffect, RevocationNotAskable } from '@sportello/domain';
import type { ProofForm } from './proof-form';

/** A person's card as it is told from the others, on the telephone and at the counter. */
export type ChoosableCard = Omit<CardOfCaller, 'isOfThisCip'>;

/** Something that is read, and written by a field of the page. */
export type Field<Value> = (() => Value) & { set(value: Value): void };

/** Which of the person's cards is meant. */
export interface CardsToChoose {
  readonly cards: () => readonly ChoosableCard[];
  readonly card: () => ChoosableCard | null;
  choose(idCarta: string): void;
}

/** A declaration that is read aloud, and the yes to it. */
export interface SpokenDeclaration {
  readonly isDeclared: () => boolean;
  declare(isDeclared: boolean): void;
}

/** What is asked, why, and what shows it. */
export interface ReasonToTell {
  readonly act: Field<CertificateAct>;
  readonly reason: Field<CertificateRevocationReason | null>;
  /** In which qualities whoever asks may do so, where that is asked beside the reason. */
  readonly kinds: () => readonly CaseKind[];
  readonly caseKind: () => CaseKind | null;
  readonly needsProof: () => boolean;
  readonly proof: ProofForm;
  /** Null: a declaration is signed, and not spoken. */
  readonly spoken: SpokenDeclaration | null;
  readonly refusal: () => RevocationNotAskable | null;
  readonly callBackAt: Field<string>;
  readonly isCallBackWrong: () => boolean;
  speakAs(kind: CaseKind | null): void;
}

/** What is read aloud before anything happens, and the yes to it. */
export interface EffectsToRead {
  readonly act: () => CertificateAct;
  readonly card: () => ChoosableCard | null;
  readonly effects: () => readonly RevocationEffect[];
  readonly isConfirmed: () => boolean;
  confirm(isConfirmed: boolean): void;
}
