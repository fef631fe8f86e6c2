// SPDX-License-Identifier: AGPL-3.0-or-later
export { assertNever } from './assert-never';
export type { Brand } from './brand';
export { APPROVAL_CODE, approvalText, bareApprovalCode } from './approval/approval';
export type { ApprovalFacts } from './approval/approval';
export { accept, refuse } from './outcome';
export type { Outcome } from './outcome';
export type { DeskRefusal, DeskRefusalKind } from './refusals';

export { datePartsOf, existingDate, localDate } from './time/local-date';
export type { DateParts, LocalDate, NoSuchDay } from './time/local-date';
export { parseCompactDate, parseItalianDate, parseLocalDate } from './time/parse-date';
export type { BadDateFormat, DateRefusal } from './time/parse-date';
export { formatCompactDate, formatItalianDate } from './time/format-date';
export { addDays, addMonths, addYears, compareDates, daysBetween, isAfter, isBefore } from './time/date-arithmetic';
export { periodBetween, wholeYearsBetween } from './time/period';
export type { Period } from './time/period';
export { DESK_ZONE, localDateAt } from './time/zoned-date';
export { instantsAt } from './time/zoned-time';
export { ageAt, ageOn, birthdayOf, FULL_AGE, isAdultAt } from './time/age';

export { foldAsIcao, foldLetters } from './text/fold-letters';
export { luhnDigitOf } from './text/luhn';
export { UNAMBIGUOUS_ALPHABET } from './text/unambiguous-alphabet';

export type {
  BelfioreCode,
  CodiceFiscale,
  CodiceFiscaleRefusal,
  CodiceFiscaleValue,
  ProvisionalCodiceFiscale,
  RegularCodiceFiscale,
  Sex,
} from './codice-fiscale/codice-fiscale';
export { parseCodiceFiscale } from './codice-fiscale/parse-codice-fiscale';
export { omocodesOf } from './codice-fiscale/omocodia';
export { compareCodiceFiscale, isSamePerson } from './codice-fiscale/compare-codice-fiscale';
export type { CodiceFiscaleFinding, PersonToCompare } from './codice-fiscale/compare-codice-fiscale';
export { belfioreCodeOf, composeCodiceFiscale } from './codice-fiscale/compose-codice-fiscale';
export type { PersonForCodiceFiscale } from './codice-fiscale/compose-codice-fiscale';

export { regionOf, REGIONS } from './card/regions';
export type { Region, RegionCode } from './card/regions';
export { parseIdCarta, teamNumberOf } from './card/id-carta';
export type { IdCarta, IdCartaNumber, IdCartaRefusal, IdCartaType, IdCartaWarning } from './card/id-carta';
export { PERSONAL_DATA_FIELDS, PERSONAL_DATA_FILE_SIZE } from './card/personal-data/personal-data';
export type { PersonalData, PersonalDataField, PersonalDataReading, PersonalDataRefusal, PersonalDataWarning } from './card/personal-data/personal-data';
export { parsePersonalData } from './card/personal-data/parse-personal-data';
export { encodePersonalData } from './card/personal-data/encode-personal-data';
export type { PersonalDataEncodingRefusal, PersonalDataLayout } from './card/personal-data/encode-personal-data';
export { parseCertificateSubject } from './card/certificate-subject';
export type { CertificateSubject, CertificateSubjectRefusal } from './card/certificate-subject';
export { CARD_RULES, CARD_STATES, CARD_TRANSITIONS, moveCard } from './card/card-states';
export type { CardRules, CardState, CardTransition, ForbiddenCardTransition } from './card/card-states';

export { CASE_STATES, FINAL_CASE_STATES, isFinalCase, isOpenCase, OPEN_CASE_STATES } from './case/case-states';
export type { CaseState, FinalCaseState, OpenCaseState } from './case/case-states';
export { CASE_CAUSES, CASE_TRANSITIONS } from './case/case-transitions';
export type { CaseCause, CaseTransition } from './case/case-transitions';
export { canMoveCase, moveCase, nextCaseStates } from './case/move-case';
export type { CaseCauseNeeded, CaseMove, CaseMoveRefusal, ForbiddenCaseTransition } from './case/move-case';
export { APPROVAL_PATIENCE_MINUTES, APPROVAL_STATES, USUAL_APPROVAL_TERMS, approvalExpiry, approvalValidThrough, isApprovalOverdue, mayDecide } from './case/approval/case-approval';
export type { ApprovalDecider, ApprovalDecision, ApprovalRefusal, ApprovalState, ApprovalTerms, AskedApproval } from './case/approval/case-approval';
export { MODES_OF_ACTIVATION } from './case/modes-of-activation';
export type { ModeOfActivation } from './case/modes-of-activation';
export { DESK_KINDS } from './case/desk-kinds';
export type { DeskKind } from './case/desk-kinds';
export { APPLICANT_QUALITIES, CASE_KINDS, CASE_PAPERS, DECLARATIONS, PRINTOUTS } from './case/case-kinds/case-kind';
export type { ApplicantQuality, CaseKind, CaseKindRule, CasePaper, Declaration, PaperAsked, PaperHandling, Printout } from './case/case-kinds/case-kind';
export { CASE_KIND_RULES } from './case/case-kinds/case-kind-rules';
export { USUAL_BODY_OPTIONS } from './case/application/body-options';
export type { BodyOptions } from './case/application/body-options';
export { needsOf } from './case/application/needs';
export type { CaseCircumstances, CaseNeeds, PaperNeeded } from './case/application/needs';
export { judgeApplication } from './case/application/judge-application';
export type { ApplicantCardFacts, Application, ApplicationRefusal, HolderOfCase } from './case/application/application';
export { isPersonOfChip } from './case/application/same-person';
export { isPersonOfCode } from './case/application/same-person';
export { isSameVisit } from './case/application/same-visit';
export type { EarlierIdentification } from './case/application/same-visit';
export { APPLICATION_WARNINGS, turnsSoon } from './case/application/warnings';
export type { ApplicationWarning } from './case/application/warnings';
export { EVIDENCE_PAPERS, EVIDENCE_TYPES, WITHDRAWAL_REASONS } from './evidence/evidence-papers';
export type { EvidencePaper, EvidenceType, WithdrawalReason } from './evidence/evidence-papers';
export { mayAddEvidence, mayWithdrawEvidence } from './evidence/evidence-rules';
export type { CaseOfEvidence, EvidenceClosed } from './evidence/evidence-rules';
export { RETENTION_CLASSES, RETENTION_DAYS, RETENTION_RULES, RETENTION_STARTS } from './retention/retention-classes';
export type { RetentionClass, RetentionRule } from './retention/retention-classes';
export { keptSince, retentionTerm, retentionTerms } from './retention/retention-term';
export type { FixedRetention, RetentionTerm } from './retention/retention-term';
export { ACTIVATABLE_REGIONS, regionsActivatableAt } from './case/recognition/activatable-regions';
export type { ActivatableRegions } from './case/recognition/activatable-regions';
export { CASE_PURPOSES, DUPLICATE_REASONS } from './case/case-purposes';
export type { CasePurpose, DuplicateReason } from './case/case-purposes';
export { chooseKind, isForAge, proposeKind } from './case/recognition/propose-kind';
export type { CardFacts, KindProposal, KindRefusal, ReadCard, RecognitionRefusal } from './case/recognition/recognition';

export { moveSheet, SHEET_LOSS_REASONS, SHEET_STATES, SHEET_TRANSITIONS } from './sheet/sheet-states';
export type {
  ForbiddenSheetTransition,
  SheetLossReason,
  SheetMove,
  SheetMoveRefusal,
  SheetReasonNeeded,
  SheetState,
  SheetTransition,
} from './sheet/sheet-states';
export { controlNumberOf, parseControlNumber } from './sheet/control-number';
export type { ControlNumber, ControlNumberRefusal } from './sheet/control-number';
export { OUTER_CODE_SUFFIX_LENGTH, outerCodeOf, parseOuterCode } from './sheet/outer-code';
export type { OuterCode, OuterCodeRefusal, OuterCodeSuffix, OuterCodeText } from './sheet/outer-code';
export { formNumberOf, parseFormNumber, SIGNED_PAPERS } from './sheet/form-number';
export type { FormNumber, FormNumberRefusal, FormNumberText, SignedPaper } from './sheet/form-number';
export { PAPERS, SIGNING_WAYS } from './paper/papers';
export type { PaperKind, SigningWay } from './paper/papers';
export { causeOfReturn, RETURN_CAUSES, RETURN_REASONS, thingsToBringBack } from './paper/return-reasons';
export type { ReturnCause, ReturnReason } from './paper/return-reasons';
export { THINGS_TO_BRING, whatToBring } from './paper/what-to-bring';
export type { ThingToBring, WhatToBring } from './paper/what-to-bring';
export { ENVELOPE_LANGUAGES, ENVELOPE_LAYOUTS, USUAL_ENVELOPE_STYLE } from './sheet/envelope-style';
export type { EnvelopeLanguage, EnvelopeLayout, EnvelopeStyle } from './sheet/envelope-style';
export { blindingOf, isBlind, STATIONERIES } from './sheet/stationery';
export type { Blinding, Stationery } from './sheet/stationery';
export { CUSTODY_DEFAULTS, custodyRulesOf, isBeyondSpoiled, isStockLow } from './custody/custody-rules';
export type { ChosenCustodyRules, CustodyRules } from './custody/custody-rules';
export { SHEET_MOVEMENT_KINDS, SHEETS_ON_HAND, sumOfDay } from './custody/day-sum';
export type { DaySum, SheetMovement, SheetMovementKind, SheetOnHand } from './custody/day-sum';
export { MATTER_KINDS, MATTER_OUTCOMES, MATTER_RULES, MATTER_STATES, signMatter } from './custody/matters';
export type { MatterKind, MatterOutcome, MatterRefusal, MatterRule, MatterSoFar, MatterState, Signature, SignedMatter } from './custody/matters';
export { judgeNextNumber } from './custody/next-number';
export type { NextNumberFinding, NumberOnPaper, SheetInBooks } from './custody/next-number';
export { compareCount, COUNTED_PLACES, seenInTray } from './custody/sheet-count';
export type { CountDifference, CountedPlace, SheetsAtPlace } from './custody/sheet-count';
export { common, countOf, joined, LARGEST_RANGE, numbersOf, rangesOf, sheetRange, without } from './custody/sheet-ranges';
export type { BadSheetRange, SheetRange } from './custody/sheet-ranges';
export { isReasonTold, REASON_LENGTH } from './text/reason';
export { recogniseScan } from './scan/recognise-scan';
export type { RecognisedScan } from './scan/recognise-scan';
export { CHECK_ADVICE, CHECK_OUTCOMES, CHECKS, FINDING_RULES } from './functional-check/findings';
export type { Check, CheckAdvice, CheckFinding, CheckOutcome } from './functional-check/findings';
export { checkCard, VERDICTS } from './functional-check/functional-check';
export type { CardToCheck, CheckRow, FunctionalCheck, UnreadableCard, Verdict } from './functional-check/functional-check';
export { CORRECTION_FIELDS, correctedValue } from './correction/corrected-value';
export type { CorrectionField, CorrectionInvalid } from './correction/corrected-value';
export { judgeCorrection, mayCorrect, OWN_CORRECTION_HOURS } from './correction/judge-correction';
export type { CaseToCorrect, CorrectionRefusal } from './correction/judge-correction';
export { amountOf, DEFAULT_READER_PRICES, readerPriceOn } from './reader-sales/reader-price';
export type { ReaderPrice, SaleAmount } from './reader-sales/reader-price';
export { judgeCount, judgeSale, judgeVoiding, MOST_READERS, saleNumberOf } from './reader-sales/reader-stock';
export type { ReaderSaleRefusal } from './reader-sales/reader-stock';
export { parseAddress } from './places/address';
export type { Address, AddressField, BadAddress } from './places/address';
export { judgeListing } from './places/listing';
export type { DeskToList, NotListable } from './places/listing';
export { MOST_PERIODS_A_DAY, openingHours, parseTimeOfDay, WEEKDAYS, weekInLines } from './places/opening-hours';
export type { BadOpeningHours, DaysAlike, OpeningHours, OpeningPeriod, TimeOfDay, Weekday, WrittenPeriod } from './places/opening-hours';
export { HOLIDAYS, holidayOn } from './opening-hours/holidays';
export type { Holiday } from './opening-hours/holidays';
export { closedDay, weekdayOf } from './opening-hours/opening-calendar';
export type { ClosedDay, Closure, OpeningCalendar, PatronDay } from './opening-hours/opening-calendar';
export { isOutOfHours, nextOpening, openNow } from './opening-hours/opening';
export type { Opening } from './opening-hours/opening';
export { TELEPHONE_LINES } from './opening-hours/telephone-lines';
export type { TelephoneLine } from './opening-hours/telephone-lines';
export { drawStationCode, parseStationCode, shownStationCode } from './places/station-code';
export type { StationCode } from './places/station-code';
export { searchKeysOf } from './search/search-keys';
export type { SearchKey, SearchRefusal } from './search/search-keys';

export { DOCUMENT_TYPES, isDocumentType } from './identity-document/document-types';
export type { DocumentAcceptance, DocumentTerm, DocumentType, DocumentTypeRule } from './identity-document/document-types';
export { DOCUMENT_TYPE_RULES } from './identity-document/document-type-rules';
export { acceptedDocuments, CHOOSABLE_DOCUMENT_TYPES, refusalOfType } from './identity-document/document-acceptance';
export type { ChosenDocuments } from './identity-document/document-acceptance';
export type {
  DateDisagreement,
  DocumentAssessment,
  DocumentExpiry,
  DocumentField,
  DocumentGap,
  DocumentHint,
  DocumentRefusal,
  DocumentValidity,
  IdentityDocumentDraft,
} from './identity-document/identity-document';
export { assessDocument } from './identity-document/assess-document';
export type { DocumentContext } from './identity-document/assess-document';
export { normaliseDocumentNumber } from './identity-document/document-gaps';
export { issueDateOf, parseDayAndMonth } from './identity-document/issue-date';
export type { DayAndMonth, IssueClues } from './identity-document/issue-date';

export { COMPARED_PARTS, compareIdentity } from './comparison/compare-identity';
export type { ComparedPart, ComparisonRow, Finding, PersonOnChip, PersonOnPaper } from './comparison/compare-identity';
export type { NameFinding } from './comparison/compare-names';

export { isAcceptablePin, isAcceptablePuk, PIN_LENGTH, PUK_LENGTH } from './codes/code-policy';
export { drawCharacters, drawDigits } from './codes/draw-characters';
export { drawOuterCodeSuffix, drawPin, drawPuk } from './codes/draw-codes';
export { CIP_LENGTHS, cipPattern, DEFAULT_CIP_PATTERN, drawCip } from './codes/cip-pattern';
export type { CipPattern, CipPatternRefusal } from './codes/cip-pattern';
export type { RandomBytes } from './codes/random-bytes';

export { isAllowed, PERMISSIONS, permissionsOf, ROLE_PERMISSIONS, ROLES } from './people/permissions';
export type { Permission, Role } from './people/permissions';
export { judgePassword, LONGEST_PASSWORD_BYTES, normalisedPassword, SHORTEST_PASSWORD } from './people/password';
export type { PasswordCircumstances, PasswordRefusal } from './people/password';
export {
  decideRoleChange,
  INVITATION_DAYS,
  isRoleChangeOver,
  judgeLeaving,
  judgeRoleRequest,
  LEAVING_REASONS,
  mayAdminister,
  mayDecideRoles,
  PERSON_STATES,
  ROLE_CHANGE_DAYS,
  ROLE_CHANGE_KINDS,
  ROLE_CHANGE_STATES,
  ROLE_DECISIONS,
  SIGN_OUT_REASONS,
} from './people/role-changes';
export type { AskedChange, AskedRoles, LeavingReason, PeopleRefusal, PersonState, PersonToChange, RoleChangeState, RoleDecision, SignOutReason } from './people/role-changes';

export { DRILLS, drillsDone, drillsMissing } from './training/drills';
export type { DoneDrill, Drill, WorkedCase } from './training/drills';
export { isInTraining, mayEnable, mayTutor, NO_TUTOR_REASONS, TRAINEE_DELIVERIES, tutorshipUntil } from './training/training';
export type { Enabling, NoTutor, NoTutorReason, TraineeDelivery, TrainingRecord, TrainingRefusal, TutorToBe } from './training/training';
export { ASSURANCE_LEVELS, IDENTITY_CLAIMS, judgeIdentity, LEAST_LEVEL, LEGAL_PERSON_CLAIMS } from './people/single-sign-on';
export type { AssertedIdentity, IdentityRefusal, ProvenIdentity } from './people/single-sign-on';
export { refusalOfProviderError, SINGLE_SIGN_ON_REFUSALS } from './people/single-sign-on-refusals';
export type { SingleSignOnRefusal } from './people/single-sign-on-refusals';

export { ACT_FAMILIES, actsOf, AUDITED_ACTS, familyOf } from './log/audited-acts';
export type { ActFamily, AuditedAct } from './log/audited-acts';
export { AUDIT_OUTCOMES, AUDIT_SUBJECTS, LOG_STOPS } from './log/log-words';
export type { AuditOutcome, AuditSubjectKind, LogStop } from './log/log-words';
export { AUTHORITY_ANSWERS, STATE_AFTER_ANSWER } from './revocation/authority-answers';
export type { AuthorityAnswer } from './revocation/authority-answers';
export { CARD_STATE_AFTER, CERTIFICATE_ACTS, crlReasonOf, judgeCertificateAct } from './revocation/certificate-acts';
export type { CertificateAct, CertificateActRefusal } from './revocation/certificate-acts';
export { IDENTIFICATION_WAYS, isByCip, isInPerson } from './revocation/identification-ways';
export type { IdentificationWay } from './revocation/identification-ways';
export { judgeRevocationAsking } from './revocation/judge-asking';
export type { RevocationAsking, RevocationNeeds, RevocationNotAskable } from './revocation/judge-asking';
export { DRY_RUN_HOURS, judgeLot, judgeLotSize, LARGEST_LOT, LOT_SORTS, LOT_STATES, lotText } from './revocation/lot-revocation';
export type { LotDecider, LotDryRun, LotNotRevocable, LotSort, LotState } from './revocation/lot-revocation';
export { moveRevocation, nextRevocationStates } from './revocation/move-revocation';
export type { RevocationMove, RevocationMoveRefusal } from './revocation/move-revocation';
export { effectsToRead, judgeReadBack, REVOCATION_EFFECTS } from './revocation/read-back';
export type { EffectsNotConfirmed, RevocationEffect } from './revocation/read-back';
export { parseRequestNumber, requestNumberOf, spokenGroups } from './revocation/request-number';
export type { RequestNumber, RequestNumberRefusal, RequestNumberText } from './revocation/request-number';
export { REVOCATION_APPROVALS, REVOCATION_ASKER_RULES, REVOCATION_ASKERS } from './revocation/revocation-askers';
export type { RevocationApproval, RevocationAsker, RevocationAskerRule } from './revocation/revocation-askers';
export { judgeRevocationProof, toTheSecond } from './revocation/revocation-proof';
export type { RevocationGround, RevocationProofMissing, ToldProof } from './revocation/revocation-proof';
export { CERTIFICATE_REVOCATION_REASONS, CRL_REASONS, DECLARABLE_REASONS, REVOCATION_PROOFS, REVOCATION_REASON_RULES } from './revocation/revocation-reasons';
export type { CertificateRevocationReason, CrlReason, DeclarableReason, RevocationProof, RevocationReasonRule } from './revocation/revocation-reasons';
export { FINAL_REVOCATION_STATES, isOpenRevocation, OPEN_REVOCATION_STATES, REVOCATION_STATES } from './revocation/revocation-states';
export type { FinalRevocationState, OpenRevocationState, RevocationState } from './revocation/revocation-states';
export { REVOCATION_CAUSES, REVOCATION_TRANSITIONS } from './revocation/revocation-transitions';
export type { RevocationCause, RevocationTransition } from './revocation/revocation-transitions';
export { isSameWait, REVOCATION_SERVICE_LEVELS, SERVICE_AGES, serviceAgeOf } from './revocation/service-levels';
export type { ServiceAge, ServiceLevel } from './revocation/service-levels';
export { UNVERIFIED_A_DAY, mayRecordAnotherUnverified } from './revocation/unverified-limits';
export type { UnverifiedEarlier } from './revocation/unverified-limits';
export { isDecisionNeeded, judgeVerification, REVOCATION_STANDINGS } from './revocation/verification';
export type { RevocationStanding, VerificationRefusal } from './revocation/verification';

export { CIP_COMPANIONS, cipClaim } from './identification-by-cip/cip-claim';
export type { CipClaim, CipClaimRefusal, CipCompanion, ToldWithCip } from './identification-by-cip/cip-claim';
export { CIP_VERDICTS, cipVerdict, IDENTIFICATION_HOLDS_MINUTES, mayRecordUnverified, TRIES_BEFORE_UNVERIFIED } from './identification-by-cip/cip-verdict';
export type { CipFinding, CipVerdict } from './identification-by-cip/cip-verdict';
export { DELAY_RULES, secondsToWait, TRIES_KEPT_HOURS, TRY_SCOPES } from './identification-by-cip/wrong-tries';
export type { DelayRule, TryScope, WrongTries } from './identification-by-cip/wrong-tries';

export { CALL_CATEGORIES, CALL_CHANNELS, CALL_FOLLOW_UPS, CALL_NOTES_LENGTH, CALL_OUTCOMES, CALL_STATES, CALLER_KINDS, callNumberOf } from './call/call';
export type { CallCategory, CallChannel, CallerKind, CallFollowUp, CallOutcome, CallState } from './call/call';
export { CALL_SCRIPTS, NOT_BY_PHONE, PHONE_ACTS, SCRIPT_STEPS } from './call/call-scripts';
export type { CallScript, NotByPhone, PhoneAct, ScriptStep } from './call/call-scripts';
export { healthWordsIn } from './call/health-words';
export { judgeClosing } from './call/judge-closing';
export type { CallRefusal, CallToClose } from './call/judge-closing';
export { CARD_SOFTWARE, CIE_BLOCK_DATA, CIE_SUPPORT_EMAIL, PLACES_TO_GO, REPLACEMENT_CHECKLIST, SPID_RECOGNITION_WAYS, SPID_REQUIREMENTS } from './call/places-to-go';
export type { CardSoftware, CieBlockDatum, PlaceToGo, ReplacementStep, SpidRecognitionWay, SpidRequirement } from './call/places-to-go';
export { REDACTED_CIP, redactCips } from './call/redact-cip';
export type { RedactedText } from './call/redact-cip';
