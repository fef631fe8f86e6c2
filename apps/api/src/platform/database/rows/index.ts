// SPDX-License-Identifier: AGPL-3.0-or-later
import { CardInReaderRow, CardRow, TransportCodesRow } from './card-row';
import { CaseApplicationRow, CaseDeclarationRow, CasePaperRow, FiledPaperRow } from './case-application-row';
import { CaseApprovalRow } from './case-approval-row';
import { CaseDecisionRow, CaseRow, IdentityDocumentRow } from './case-row';
import { CustodyMatterRow } from './custody-matter-row';
import { BodyRow, DeskRow } from './desk-row';
import { EvidenceFileRow } from './evidence-file-row';
import { IdempotencyKeyRow } from './idempotency-key-row';
import { IntentRow, ProofRow } from './intent-row';
import { IssuerChallengeRow, IssuerKeyRefusalRow, IssuerKeyVersionRow } from './issuer-key-row';
import { JobRow } from './job-row';
import { OperatorRow, SessionRow, SignInAttemptRow } from './operator-row';
import { PendingSingleSignOnRow } from './pending-single-sign-on-row';
import { RevocationAttemptRow, RevocationRequestRow } from './revocation-row';
import { SheetRow } from './sheet-row';
import { StationChangeRow } from './station-change-row';
import { StationRow } from './station-row';
import { VisitRow } from './visit-row';

export const ROWS = [
  BodyRow,
  CardInReaderRow,
  CardRow,
  CaseApplicationRow,
  CaseApprovalRow,
  CaseDeclarationRow,
  CaseDecisionRow,
  CasePaperRow,
  CaseRow,
  CustodyMatterRow,
  DeskRow,
  EvidenceFileRow,
  FiledPaperRow,
  IdempotencyKeyRow,
  IdentityDocumentRow,
  IntentRow,
  IssuerChallengeRow,
  IssuerKeyRefusalRow,
  IssuerKeyVersionRow,
  JobRow,
  OperatorRow,
  PendingSingleSignOnRow,
  ProofRow,
  RevocationAttemptRow,
  RevocationRequestRow,
  SessionRow,
  SheetRow,
  SignInAttemptRow,
  StationChangeRow,
  StationRow,
  TransportCodesRow,
  VisitRow,
];
