// SPDX-License-Identifier: AGPL-3.0-or-later
import { CreateInstallation1763884800001 } from './0001-installation';
import { CreateBodiesAndDesks1763884800002 } from './0002-bodies-and-desks';
import { CreateStations1763884800003 } from './0003-stations';
import { CreateOperatorsAndSessions1763884800004 } from './0004-operators-and-sessions';
import { CreateSignInAttempts1763884800005 } from './0005-sign-in-attempts';
import { CreateCardRegister1763884800006 } from './0006-card-register';
import { CreateCardInReader1763884800007 } from './0007-card-in-reader';
import { CreateVisits1763884800008 } from './0008-visits';
import { CreateActivationCases1763884800009 } from './0009-activation-cases';
import { CreateSheets1763884800010 } from './0010-sheets';
import { CreateJobs1763884800011 } from './0011-jobs';
import { CreateIntents1763884800012 } from './0012-intents';
import { CreateProofs1763884800013 } from './0013-proofs';
import { CreateIdempotencyKeys1763884800014 } from './0014-idempotency-keys';
import { CreateAuditRows1763884800015 } from './0015-audit-rows';
import { AddSecondReader1764250800016 } from './0016-second-reader';
import { CreateIssuerKeys1764250800017 } from './0017-issuer-keys';
import { CreateCaseDecisions1764250800018 } from './0018-case-decisions';
import { AddPrinterConditions1764250800019 } from './0019-printer-conditions';
import { CreateStationChanges1764250800020 } from './0020-station-changes';
import { CreateSheetCustody1764250800021 } from './0021-sheet-custody';
import { CreateSheetMovements1764250800022 } from './0022-sheet-movements';
import { CreateDeskDays1764250800023 } from './0023-desk-days';
import { CreateCustodyMatters1764250800024 } from './0024-custody-matters';
import { AddEnvelopeStyle1764250800025 } from './0025-envelope-style';
import { AddCaseKinds1764250800026 } from './0026-case-kinds';
import { CreateCaseApplications1764250800027 } from './0027-case-applications';
import { AddPaperJobs1764250800028 } from './0028-paper-jobs';
import { AllowPapersOfNoCase1764250800029 } from './0029-papers-of-no-case';
import { CreateEvidenceFiles1764250800030 } from './0030-evidence-files';
import { AddRetention1764250800031 } from './0031-retention';
import { CreateReaderSales1764250800032 } from './0032-reader-sales';
import { CreateFunctionalChecks1764250800033 } from './0033-functional-checks';
import { CreateCaseCorrections1764250800034 } from './0034-case-corrections';
import { AddFindingAndHandingOver1764250800035 } from './0035-finding-and-handing-over';
import { AddSameVisit1764250800036 } from './0036-same-visit';
import { IndexCipsOfCard1764250800037 } from './0037-cips-of-a-card';
import { CreateCaseApprovals1764250800038 } from './0038-case-approvals';
import { PlaceSessionAtDesk1764250800039 } from './0039-session-desk';
import { TellMoreInAuditRows1764250800040 } from './0040-audit-row-facts';
import { CreateAuditBlocks1764250800041 } from './0041-audit-blocks';
import { CreateServedDesks1764250800042 } from './0042-served-desks';
import { CreateRoleChanges1764250800043 } from './0043-role-changes';
import { CreateInvitations1764250800044 } from './0044-invitations';
import { AddPlaces1764250800045 } from './0045-places';
import { AddStationCodes1764250800046 } from './0046-station-codes';
import { BindSessionToStation1764250800047 } from './0047-session-station';
import { CreateSecondFactors1764250800048 } from './0048-second-factors';
import { CreatePendingSignIns1764250800049 } from './0049-pending-sign-ins';
import { LockSessions1764250800050 } from './0050-locked-sessions';
import { CreatePendingSingleSignOn1764250800051 } from './0051-pending-single-sign-on';
import { AddTraining1764250800052 } from './0052-training';
import { CreateDrillRecords1764250800053 } from './0053-drill-records';
import { IndexAccessLog1764250800054 } from './0054-access-log';
import { CreateCountersignedHeads1764250800055 } from './0055-countersigned-heads';
import { CreateCheckpoints1764250800056 } from './0056-checkpoints';
import { IndexAuditRows1764250800057 } from './0057-audit-row-indexes';
import { AddCodiceFiscaleChanges1764250800058 } from './0058-codice-fiscale-changes';
import { SummariseAuditRows1764250800059 } from './0059-audit-row-summary';
import { CreateCalls1764250800060 } from './0060-calls';
import { AddBodyCalendar1764250800061 } from './0061-body-calendar';
import { CreateRevocationRequests1764250800062 } from './0062-revocation-requests';
import { CreateRevocationAttempts1764250800063 } from './0063-revocation-attempts';
import { AddRevocationReceipts1764250800064 } from './0064-revocation-receipts';
import { TellRevocationSent1764250800065 } from './0065-revocation-sent';
import { AddCallsOfNoDesk1764250800066 } from './0066-calls-of-no-desk';
import { TellRevocationTroubles1764250800067 } from './0067-revocation-troubles';
import { NumberCalls1764250800068 } from './0068-call-numbers';
import { CreateLotCards1764250800069 } from './0069-lot-cards';
import { AddHelpDeskRetention1764250800070 } from './0070-help-desk-retention';
import { FindRequests1764250800071 } from './0071-find-requests';
import { StockRevocationNumbers1764250800072 } from './0072-revocation-numbers';
import { CreateHelpDeskLine1764250800073 } from './0073-help-desk-line';
import { AddRevocationDeclarations1764250800074 } from './0074-revocation-declarations';

export { PRIVILEGES } from './privileges';

/** Where the applied migrations are written down. */
export const MIGRATIONS_TABLE = 'schema_migration';

/** The history, in order and frozen: what was released is never edited, the next change is a new file. */
export const MIGRATIONS = [
  CreateInstallation1763884800001,
  CreateBodiesAndDesks1763884800002,
  CreateStations1763884800003,
  CreateOperatorsAndSessions1763884800004,
  CreateSignInAttempts1763884800005,
  CreateCardRegister1763884800006,
  CreateCardInReader1763884800007,
  CreateVisits1763884800008,
  CreateActivationCases1763884800009,
  CreateSheets1763884800010,
  CreateJobs1763884800011,
  CreateIntents1763884800012,
  CreateProofs1763884800013,
  CreateIdempotencyKeys1763884800014,
  CreateAuditRows1763884800015,
  AddSecondReader1764250800016,
  CreateIssuerKeys1764250800017,
  CreateCaseDecisions1764250800018,
  AddPrinterConditions1764250800019,
  CreateStationChanges1764250800020,
  CreateSheetCustody1764250800021,
  CreateSheetMovements1764250800022,
  CreateDeskDays1764250800023,
  CreateCustodyMatters1764250800024,
  AddEnvelopeStyle1764250800025,
  AddCaseKinds1764250800026,
  CreateCaseApplications1764250800027,
  AddPaperJobs1764250800028,
  AllowPapersOfNoCase1764250800029,
  CreateEvidenceFiles1764250800030,
  AddRetention1764250800031,
  CreateReaderSales1764250800032,
  CreateFunctionalChecks1764250800033,
  CreateCaseCorrections1764250800034,
  AddFindingAndHandingOver1764250800035,
  AddSameVisit1764250800036,
  IndexCipsOfCard1764250800037,
  CreateCaseApprovals1764250800038,
  PlaceSessionAtDesk1764250800039,
  TellMoreInAuditRows1764250800040,
  CreateAuditBlocks1764250800041,
  CreateServedDesks1764250800042,
  CreateRoleChanges1764250800043,
  CreateInvitations1764250800044,
  AddPlaces1764250800045,
  AddStationCodes1764250800046,
  BindSessionToStation1764250800047,
  CreateSecondFactors1764250800048,
  CreatePendingSignIns1764250800049,
  LockSessions1764250800050,
  CreatePendingSingleSignOn1764250800051,
  AddTraining1764250800052,
  CreateDrillRecords1764250800053,
  IndexAccessLog1764250800054,
  CreateCountersignedHeads1764250800055,
  CreateCheckpoints1764250800056,
  IndexAuditRows1764250800057,
  AddCodiceFiscaleChanges1764250800058,
  SummariseAuditRows1764250800059,
  CreateCalls1764250800060,
  AddBodyCalendar1764250800061,
  CreateRevocationRequests1764250800062,
  CreateRevocationAttempts1764250800063,
  AddRevocationReceipts1764250800064,
  TellRevocationSent1764250800065,
  AddCallsOfNoDesk1764250800066,
  TellRevocationTroubles1764250800067,
  NumberCalls1764250800068,
  CreateLotCards1764250800069,
  AddHelpDeskRetention1764250800070,
  FindRequests1764250800071,
  StockRevocationNumbers1764250800072,
  CreateHelpDeskLine1764250800073,
  AddRevocationDeclarations1764250800074,
] as const;
