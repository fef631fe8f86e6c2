// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { AbandonCase } from './abandon-case';
import { AskAgain } from './approval/ask-again';
import { CheckSigner } from './approval/check-signer';
import { ConcludeApproval } from './approval/conclude-approval';
import { DecideApproval } from './approval/decide-approval';
import { ReturnLater } from './approval/return-later';
import { SignAtDesk } from './approval/sign-at-desk';
import { ApprovalController } from './approval.controller';
import { CaseActs } from './case-acts';
import { CaseRecordController } from './case-record.controller';
import { CasesController } from './cases.controller';
import { ChangeKind } from './change-kind';
import { CloseAsLost } from './close-as-lost';
import { CorrectCase } from './correct-case';
import { DecisionsController } from './decisions.controller';
import { EnvelopeController } from './envelope.controller';
import { IdentificationController } from './identification.controller';
import { GoOnIdentified } from './go-on-identified';
import { IdentifyApplicant } from './identify-applicant';
import { IdentifySameApplicant } from './identify-same-applicant';
import { HandOverCase } from './hand-over-case';
import { OpenCase } from './open-case';
import { PrintEnvelope } from './print-envelope';
import { PrintForm } from './print-form';
import { RefuseCase } from './refuse-case';
import { RenewCodes } from './renew-codes';
import { ResumeWriting } from './resume-writing';
import { ScanPaper } from './scan-paper';
import { StationChangeController } from './station-change.controller';
import { AskStationChange } from './station-change/ask-station-change';
import { ConfirmStationChange } from './station-change/confirm-station-change';
import { GiveTicket } from './station-change/give-ticket';
import { SuspendDelivery } from './suspend-delivery';
import { VoidEnvelope } from './void-envelope';

@Module({
  controllers: [ApprovalController, CaseRecordController, CasesController, DecisionsController, EnvelopeController, IdentificationController, StationChangeController],
  providers: [
    AbandonCase,
    AskAgain,
    AskStationChange,
    CaseActs,
    ChangeKind,
    CheckSigner,
    CloseAsLost,
    ConcludeApproval,
    ConfirmStationChange,
    CorrectCase,
    DecideApproval,
    GiveTicket,
    GoOnIdentified,
    HandOverCase,
    IdentifyApplicant,
    IdentifySameApplicant,
    OpenCase,
    PrintEnvelope,
    PrintForm,
    RefuseCase,
    RenewCodes,
    ResumeWriting,
    ReturnLater,
    ScanPaper,
    SignAtDesk,
    SuspendDelivery,
    VoidEnvelope,
  ],
})
export class CasesModule {}
