// SPDX-License-Identifier: AGPL-3.0-or-later
export { Base64Url, ControlNumberText, Hex, Id, IdCartaText, Instant, LocalDateText, SealedBlobMessage } from './primitives';
export { PROBLEM_CODES, Problem, ProblemCode } from './problem';
export {
  AddPasskeyRequest,
  AskFactorResetRequest,
  AuthenticatorAppOffer,
  ChangePasswordRequest,
  ConfirmAuthenticatorAppRequest,
  FactorResetsView,
  FactorResetView,
  OwnAccessView,
  PasskeyAssertion,
  PasskeyCreationOptions,
  PasskeyRegistration,
  PasskeyRequestOptions,
  PasskeySignInRequest,
  PasskeyView,
  PendingSignIn,
  ProveRequest,
  RecoveryCodesView,
  SECOND_FACTORS,
  SecondFactor,
  SecondFactorCodeRequest,
} from './second-factors';
export { MoveToDeskRequest, SessionView, SignInRequest } from './session';
export {
  AcceptedInvitation,
  AcceptInvitationRequest,
  AskRolesRequest,
  ChangePersonRequest,
  DecideRolesRequest,
  DeskName,
  EndServiceRequest,
  InvitationCode,
  InvitePersonRequest,
  PeopleRequest,
  PeopleView,
  PermissionsView,
  PersonLine,
  PersonView,
  RoleChangeView,
  SignOutPersonRequest,
} from './people';

export { DrillRecord, DrillSubject, DrillView, EnableOperatorRequest, OpenTutorshipRequest, SignedDrillRecord, TraineesView, TraineeView, TrainingStanding, TrainingView, TutorshipView } from './training';
export { SignInWays, SingleSignOnQuery } from './session';
export { COMPARED_FIELDS, IdentificationRequest, IdentityDocumentMessage, PersonOnDocument, SameApplicantRequest } from './document';
export { ABSENT_CARD_REASONS, ApplicantCard, Decree, Delegation, PaperSeen } from './case/application';
export { ApprovalsView, CaseApprovalView, DecideApprovalAtDeskRequest, DecideApprovalRequest } from './case/approval';
export { CardInReader, CardView, CardWarning, CertificateView, HolderView } from './card';
export { CertificateStatusView } from './certificate-status';
export { CardOutcomes, CardOutcomesPeriod } from './card-outcomes';
export { ApplicantView, CASE_ACTS, CaseAct, CaseNeedsView, CaseView, RECORD_ACTS, type RecordAct, SameVisitView, WRITE_PHASES, WritePhase } from './case/case-view';
export {
  CaseActRequest,
  CaseDecisionRequest,
  ChangeKindRequest,
  OpenCaseRequest,
  PrintEnvelopeRequest,
  REFUSAL_REASONS,
  RefuseCaseRequest,
  ScanRequest,
  VOID_REASONS,
  VoidEnvelopeRequest,
} from './case/case-acts';
export { EvidenceFileView, EvidenceView, WithdrawEvidenceRequest } from './case/evidence';
export { RetentionTermView, RetentionView } from './retention';
export { ColleaguesView, HandOverCaseRequest } from './case/hand-over';
export { CorrectCaseRequest, CorrectionView } from './case/corrections';
export { EnvelopeStyleMessage } from './case/envelope-style';
export { AskDestructionRequest, CountDifferenceView, MatterSignature, MatterView, ReadNumberRequest, SignMatterRequest } from './custody/matters';
export { MOST_RANGES, SheetRangeMessage } from './custody/sheet-range';
export {
  ArrivalRequest,
  BagView,
  BoxView,
  CustodyRulesView,
  InspectBagRequest,
  LoadSheetsRequest,
  ReceiveBoxRequest,
  SendSheetsRequest,
  SheetsView,
  SPOIL_REASONS,
  SpoiledSheet,
  SpoilSheetsRequest,
  TransferView,
  TrayView,
} from './custody/sheets';
export { CloseDayRequest, DAY_STATES, DayState, DaySumView, DayView, HandOverRequest, OpenDayRequest, RegisterRequest, SelfTestRow } from './custody/desk-day';
export { CheckRowView, FunctionalCheckRequest, FunctionalCheckView } from './functional-check';
export { CountReadersRequest, PrintReceiptRequest, ReadersDay, ReadersView, ReceiveReadersRequest, SaleView, SellReadersRequest, VoidSaleRequest } from './reader-sales';
export {
  AddDeskRequest,
  AddressMessage,
  BodyDraft,
  ChangeBodyRequest,
  ChangeDeskRequest,
  ChangeLineRequest,
  DeskDraft,
  HelpDeskLine,
  OpeningPeriodMessage,
  PlacesDesk,
  PlacesView,
  PublicDesk,
  PublicDesks,
} from './places';
export { AccessLogPeriod, HeadContradiction, HeadCountersignature, LOG_HEAD_HEADER, LOG_PAGE_ROWS, LogExportQuery, LogHead, LogName, LogRowProof, LogRowView, LogRowsQuery, LogRowsView, LogStateView } from './audit';
export { FoundCase, SearchRequest, SearchResult } from './search';
export { CustodyLine, DeskView, OpenCaseLine, StationView } from './desk';
export { CSRF_HEADER, DeskEvent, EVENT_DESK, EVENT_HEARTBEAT, EVENT_JOB, HEARTBEAT_MS, IDEMPOTENCY_KEY_HEADER, SESSION_COOKIE, STATION_COOKIE } from './events';
export { PrinterCondition, ReaderCondition, StationStatus } from './station/status';
export { EnrolmentAnswer, EnrolmentRequest } from './station/enrolment';
export {
  AddStationRequest,
  BindStationRequest,
  BoundStation,
  ManagedStation,
  RenameStationRequest,
  RevocationReason,
  REVOCATION_REASONS,
  RevokeStationRequest,
  STATION_STATES,
  StationCodeMessage,
  StationsView,
} from './station/stations';
export { CARD_TROUBLES, CardEvent, CardReading, READER_ROLES, ReaderRole } from './station/card-events';
export { CryptogramAnswer, CryptogramRequest } from './station/cryptogram';
export { CardAuthority, EnvelopeText, PrintEnvelopeJob, PrintPaperJob, SignedJob, StationJob, WriteCardJob } from './station/jobs';
export { FormText, PaperHead, PaperLanguage, PaperText, PersonText } from './station/papers';
export { CasePaperRequest, DelegationFormRequest, DeskPaperRequest, OrderedPaper, PaperOrderView, PrintCheckRequest, PrintDeclarationRequest, PrintRevocationRequest } from './papers';
export { CodesInfo, ForApiInfo, ForApiPlain, TransportCodesInfo } from './station/sealed';
export { IntentAnswer, IntentRequest, JobFigures, JobReport, PRINT_TROUBLES, WRITE_TROUBLES } from './station/reports';
export { ENROLMENT_KEY_ID, SIGNATURE_PURPOSES } from './station/signatures';
export { AskStationChangeRequest, ConfirmStationChangeRequest, StationChangeView } from './case/station-change';
export { APPROVAL_CODE, ApprovalDocument, approvalText, bareApprovalCode, PersonName } from './vault/approval';
export {
  Approval,
  ApprovalAnswer,
  ResealedBlob,
  ResealedBlobDocument,
  approvalsPathOf,
  RewrapRequest,
  RewrapTarget,
  RewrapTicket,
  SignedVaultAnswer,
  VAULT_REFUSALS,
  VAULT_REWRAPS_PATH,
  VaultBlobDocument,
  VaultRefusal,
  type VaultRefusalKind,
} from './vault/rewrap';
export { SignedStationIdentity, StationIdentity } from './vault/station-identity';
export { SignedVaultKey, SignedVaultKeysInUse, VaultIdentity, VaultKey, VaultKeysInUse } from './vault/vault-key';
export {
  CallLine,
  CallsRequest,
  CallsView,
  CallView,
  CloseCallRequest,
  EarlierCall,
  HelpDeskView,
  OpenCallRequest,
  RecordMailRequest,
  WriteCallRequest,
} from './help-desk/call';
export { CardOfCaller, IdentificationByCipView, IdentifyByCipRequest } from './help-desk/identification';
export { CalendarDraft, ChangeCalendarRequest, OpeningView } from './help-desk/opening';
export { ConfirmLotRequest, DryRunLotRequest, MOST_LOT_BYTES, RevocationLotsView, RevocationLotView, WithdrawLotRequest } from './help-desk/revocation-lot';
export {
  CardAtDesk,
  CardsAtDesk,
  CardsAtDeskRequest,
  PublicRevocationRequest,
  PublicUnverifiedRevocationRequest,
  RecordRevocationRequest,
  RequesterIdentified,
  ToldProofMessage,
  WrongDeliveryRequest,
} from './help-desk/revocation-request';
export {
  DecideRevocationRequest,
  ResolveRevocationRequest,
  RevocationLine,
  RevocationMoveView,
  RevocationReceipt,
  RevocationsExportQuery,
  RevocationsRequest,
  RevocationsView,
  RevocationView,
  type ToldPerson,
} from './help-desk/revocation-view';
