// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CodiceFiscale } from '../../codice-fiscale/codice-fiscale';
import type { ComparedPart, PersonOnChip, PersonOnPaper } from '../../comparison/compare-identity';
import type { LocalDate } from '../../time/local-date';
import type { CasePaper, Declaration } from '../case-kinds/case-kind';
import type { PaperNeeded } from './needs';

/** The person of the case's card. */
export interface HolderOfCase extends PersonOnChip {
  readonly idCarta: string;
}

/** The applicant's own card, as far as it was shown. */
export type ApplicantCardFacts =
  /** In a reader: its chip names its holder. */
  | { readonly state: 'presented'; readonly idCarta: string; readonly person: PersonOnChip }
  | { readonly state: 'seen'; readonly idCartaLast8: string; readonly codiceFiscale: CodiceFiscale }
  /** Compared with the document in an earlier case of the same visit. */
  | { readonly state: 'carried'; readonly idCarta: string | undefined; readonly codiceFiscale: CodiceFiscale | undefined }
  | { readonly state: 'absent' };

export interface DecreeTold {
  readonly issuedOn: LocalDate | undefined;
}

export interface DelegationTold {
  readonly delegate: { readonly surname: string; readonly name: string };
  readonly signedOn: LocalDate | undefined;
  /** 'none' when the holder's document bears no expiry. */
  readonly holderDocumentExpiresOn: LocalDate | 'none' | undefined;
}

/** All that was put on the counter, beside the identity document, whose own rules are judged apart. */
export interface Application {
  readonly today: LocalDate;
  readonly holder: HolderOfCase;
  /** Undefined: no code is recorded of the operator. */
  readonly operator: CodiceFiscale | undefined;
  /** Whoever is at the counter, as their document names them. */
  readonly person: PersonOnPaper;
  /** Undefined: nothing was said of it. */
  readonly card: ApplicantCardFacts | undefined;
  /** The rows that differ and were decided by the operator. */
  readonly accepted: readonly ComparedPart[];
  readonly papers: readonly PaperNeeded[];
  readonly declarations: readonly Declaration[];
  readonly decree: DecreeTold | undefined;
  readonly delegation: DelegationTold | undefined;
  readonly emancipationTitle: string | undefined;
}

/** Why an application does not go on. Those of the first group end it; the others say what is still to be put on the counter. */
export type ApplicationRefusal =
  | { readonly kind: 'cards-swapped' }
  | { readonly kind: 'same-card-twice' }
  | { readonly kind: 'applicant-is-holder' }
  | { readonly kind: 'applicant-is-operator' }
  | { readonly kind: 'applicant-not-adult'; readonly age: number }
  | { readonly kind: 'delegation-names-another'; readonly fields: readonly ComparedPart[] }
  | { readonly kind: 'applicant-card-reason-missing' }
  | { readonly kind: 'applicant-card-differs'; readonly fields: readonly ComparedPart[] }
  | { readonly kind: 'delegation-missing'; readonly fields: readonly string[] }
  | { readonly kind: 'decree-missing'; readonly fields: readonly string[] }
  | { readonly kind: 'paper-missing'; readonly papers: readonly CasePaper[] }
  | { readonly kind: 'declaration-missing'; readonly declarations: readonly Declaration[] };
