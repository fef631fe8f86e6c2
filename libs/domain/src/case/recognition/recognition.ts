// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CardState } from '../../card/card-states';
import type { IdCarta, IdCartaType } from '../../card/id-carta';
import type { PersonalData } from '../../card/personal-data/personal-data';
import type { LocalDate } from '../../time/local-date';
import type { CaseKind } from '../case-kinds/case-kind';
import type { DeskKind } from '../desk-kinds';

/** What a desk knows of the card in its reader. */
export type CardFacts =
  /** The plastic has no chip, as some cards since 1 June 2022. */
  | { readonly kind: 'no-chip' }
  /** There is a chip, and it does not answer. */
  | { readonly kind: 'unreadable' }
  /** The chip answers, and it is not a health card's. */
  | { readonly kind: 'not-cns' }
  /** Seen through the contactless side of a reader: the card is not pushed in. */
  | { readonly kind: 'not-pushed-in' }
  /** The chip answers, and what its files hold is no card's. */
  | { readonly kind: 'faulty-chip' }
  /** A CNS of a sort that no profile here knows; named as on the plastic when the ATR tells it. */
  | { readonly kind: 'unsupported'; readonly cardType: string | undefined }
  | ReadCard;

export interface ReadCard {
  readonly kind: 'read';
  readonly idCarta: IdCarta;
  readonly personalData: PersonalData;
  /** Last instant of the certificate (X.509 notAfter). */
  readonly certificateNotAfter: Date;
  /** What register and registry say, never what the chip says: no file on it tells. */
  readonly state: CardState;
}

/** Why no case can be opened on the card; each carries what the words need. */
export type RecognitionRefusal =
  | { readonly kind: 'no-chip' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'not-cns' }
  | { readonly kind: 'not-pushed-in' }
  | { readonly kind: 'faulty-chip' }
  | { readonly kind: 'unsupported'; readonly cardType: string | undefined }
  /** `type` undefined: told by its ATR, before any file was read. */
  | { readonly kind: 'professional-card'; readonly type: IdCartaType | undefined }
  | { readonly kind: 'other-region'; readonly issuerCode: string; readonly regionName: string | undefined; readonly deskKind: DeskKind }
  | { readonly kind: 'card-expired'; readonly expiredOn: LocalDate }
  | { readonly kind: 'certificate-expired'; readonly expiredOn: LocalDate }
  | { readonly kind: 'already-active' }
  | { readonly kind: 'card-suspended' }
  | { readonly kind: 'card-revoked' }
  | { readonly kind: 'card-replaced' }
  | { readonly kind: 'state-unknown' }
  /** Asked for new codes of a card that nobody has taken into use. */
  | { readonly kind: 'not-active-yet' };

/** Why the kind that the operator named is not this card's. */
export type KindRefusal =
  | { readonly kind: 'minor-as-holder'; readonly age: number; readonly adultOn: LocalDate }
  | { readonly kind: 'kind-not-for-age'; readonly caseKind: CaseKind; readonly age: number }
  | { readonly kind: 'kind-not-at-desk'; readonly caseKind: CaseKind; readonly deskKind: DeskKind };

/** The kinds of case that the card calls for. */
export interface KindProposal {
  /** The first of those offered. */
  readonly kind: CaseKind;
  readonly offered: readonly CaseKind[];
  /** Age of the holder, in whole years. */
  readonly age: number;
}
