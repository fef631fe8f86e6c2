// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CallRefusal } from './call/judge-closing';
import type { ForbiddenCardTransition } from './card/card-states';
import type { ApplicationRefusal } from './case/application/application';
import type { CaseMoveRefusal } from './case/move-case';
import type { KindRefusal, RecognitionRefusal } from './case/recognition/recognition';
import type { CorrectionRefusal } from './correction/judge-correction';
import type { MatterRefusal } from './custody/matters';
import type { BadSheetRange } from './custody/sheet-ranges';
import type { EvidenceClosed } from './evidence/evidence-rules';
import type { DocumentRefusal } from './identity-document/identity-document';
import type { CipClaimRefusal } from './identification-by-cip/cip-claim';
import type { PasswordRefusal } from './people/password';
import type { BadAddress } from './places/address';
import type { NotListable } from './places/listing';
import type { BadOpeningHours } from './places/opening-hours';
import type { PeopleRefusal } from './people/role-changes';
import type { ReaderSaleRefusal } from './reader-sales/reader-stock';
import type { CertificateActRefusal } from './revocation/certificate-acts';
import type { RevocationNotAskable } from './revocation/judge-asking';
import type { LotNotRevocable } from './revocation/lot-revocation';
import type { RevocationMoveRefusal } from './revocation/move-revocation';
import type { EffectsNotConfirmed } from './revocation/read-back';
import type { RevocationProofMissing } from './revocation/revocation-proof';
import type { VerificationRefusal } from './revocation/verification';
import type { SearchRefusal } from './search/search-keys';
import type { SheetMoveRefusal } from './sheet/sheet-states';
import type { TrainingRefusal } from './training/training';

/** A rule of the desk said no to an act. Every kind occurs once here, so that one table can turn kinds into codes and be complete. */
export type DeskRefusal =
  | RecognitionRefusal
  | KindRefusal
  | ApplicationRefusal
  | DocumentRefusal
  | CaseMoveRefusal
  | SheetMoveRefusal
  | BadSheetRange
  | MatterRefusal
  | ForbiddenCardTransition
  | EvidenceClosed
  | SearchRefusal
  | CorrectionRefusal
  | ReaderSaleRefusal
  | PasswordRefusal
  | BadOpeningHours
  | BadAddress
  | NotListable
  | PeopleRefusal
  | TrainingRefusal
  | CallRefusal
  | CipClaimRefusal
  | CertificateActRefusal
  | RevocationNotAskable
  | RevocationProofMissing
  | EffectsNotConfirmed
  | VerificationRefusal
  | LotNotRevocable
  | RevocationMoveRefusal;

export type DeskRefusalKind = DeskRefusal['kind'];
