// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ActivationMethod } from '@sportello/card-io/issuer';
import type { ApprovalTerms, BodyOptions, CardRules, CipPattern, EnvelopeLanguage, FixedRetention, ChosenDocuments, ReaderPrice, TraineeDelivery } from '@sportello/domain';
import type { TimeStampAuthority } from '../platform/audit/ask-authority';
import type { EvidenceLimits } from '../platform/evidence/content/content';
import type { Environment } from './environment';

/** What `serve` needs to know. */
export const SERVE_VARIABLES = [
  'LOG_LEVEL',
  'INSTALLATION_KIND',
  'DATABASE_URL',
  'DATABASE_CONNECTIONS',
  'HOST',
  'PORT',
  'PUBLIC_ORIGIN',
  'TRUSTED_PROXIES',
  'KEYS_DIR',
  'VAULT_PUBLIC_KEY_FILE',
  'VAULT_URL',
  'TRUST_ANCHORS_DIR',
  'UI_DIR',
  'BREACHED_PASSWORDS_FILE',
  'SECOND_FACTOR',
  'IDLE_LOCK_MINUTES',
  'CIP_PATTERN',
  'CODES_MAX_AGE_DAYS',
  'APPROVAL_WAIT_MINUTES',
  'APPROVAL_VALID_DAYS',
  'ASK_MINOR_CONSENT',
  'ASK_OTHER_PARENT',
  'ASK_COURT_PAPER',
  'COPY_KEPT_AT',
  'ACTIVATION_METHODS',
  'IDENTITY_DOCUMENTS',
  'ISSUER_KEYS_DIR',
  'ISSUER_KEYS_HSM_MODULE',
  'ISSUER_KEYS_HSM_TOKEN',
  'ISSUER_KEYS_HSM_PIN_FILE',
  'NOTICE_VERSION',
  'DATA_CONTROLLER',
  'EVIDENCE_MAX_MEGABYTES',
  'EVIDENCE_MAX_MEGAPIXELS',
  'EVIDENCE_MAX_PAGES',
  'EVIDENCE_MAX_FILES',
  'RETENTION_DAYS',
  'READER_PRICES',
  'TRAINEES_DELIVER',
  'SUSPENSION',
  'CALL_FIGURES',
  'TRAINING_KEYS_DIR',
  'LOGO_FILE',
  'HELP_DESK_PHONE',
  'HELP_DESK_HOURS_IT',
  'HELP_DESK_HOURS_EN',
  'HELP_DESK_HOURS_DE',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET_FILE',
  'OIDC_CLIENT_KEY_FILE',
  'OIDC_NAME',
  'TSA_URL',
  'TSA_CERTIFICATE_FILE',
  'TSA_POLICY',
  'TSA_INTERVAL_HOURS',
  'AUTHORITY_KIND',
  'AUTHORITY_CMP_URL',
  'AUTHORITY_REQUESTS_DIR',
  'AUTHORITY_ANSWERS_DIR',
  'AUTHORITY_CLIENT_KEY_FILE',
  'AUTHORITY_CLIENT_CERTIFICATE_FILE',
  'AUTHORITY_CERTIFICATE_FILE',
  'OCSP_URL',
  'OCSP_HASH',
  'CRL_URL',
  'CARD_ISSUER_CERTIFICATE_FILE',
  'REVOCATION_GIVE_UP_HOURS',
  'SELF_CHECK_PORT',
  'SELF_CHECK_HOST',
  'SELF_CHECK_URL',
  'SELF_CHECK_KEY_FILE',
  'SELF_CHECK_CERTIFICATE_FILE',
  'SELF_CHECK_TLS',
] as const;

export type ServeEnvironment = Environment<(typeof SERVE_VARIABLES)[number]>;

export interface HelpDeskOfBody {
  readonly phone: string;
  /** In the paper's language. */
  readonly hours: Readonly<Record<EnvelopeLanguage, string>>;
}

/** What the application reads of its configuration at run time, as one injectable thing. */
export abstract class Settings {
  abstract readonly publicOrigin: string;
  /** Whether everybody has a second factor, or only those who enrolled one. */
  abstract readonly secondFactor: 'required' | 'enrolled';
  /** After so long without a hand a session is locked. */
  abstract readonly idleLockMinutes: number;
  abstract readonly cipPattern: CipPattern;
  /** Days after which sealed codes that nobody wrote are destroyed. */
  abstract readonly codesMaxAgeDays: number;
  /** How long requests for a supervisor's approval wait, and approvals count. */
  abstract readonly approvalTerms: ApprovalTerms;
  /** Which moves of a card's certificate are open here. */
  abstract readonly cardRules: CardRules;
  /** Whether supervisors see sums of single operators' calls: only where the body has an agreement (L. 300/1970 art. 4). */
  abstract readonly areCallFiguresOn: boolean;
  /** What is asked of whoever comes beyond the rule book's rows. */
  abstract readonly bodyOptions: BodyOptions;
  /** The installation's word on how cards of a type are taken into use; `*` for all others; the type's own where neither says it. */
  abstract readonly activationMethods: ReadonlyMap<string, ActivationMethod>;
  /** The installation's word on documents of which no source says whether they prove an identity. */
  abstract readonly identityDocuments: ChosenDocuments;
  abstract readonly noticeVersion: string;
  /** Null: the desk's own body. */
  abstract readonly dataController: string | null;
  /** Of one file, and of the files of one case. */
  abstract readonly evidence: EvidenceLimits;
  /** Days by class, as the controller fixed them; the others are kept as proposed. */
  abstract readonly retention: FixedRetention;
  /** What a smart-card reader costs, each from a day on. */
  abstract readonly readerPrices: readonly ReaderPrice[];
  /** Whether whoever is in training hands envelopes over alone. */
  abstract readonly traineesDeliver: TraineeDelivery;
  /** The public keys of the rehearsals whose records of drills are believed. */
  abstract readonly trainingKeys: readonly string[];
  /** After so many hours without an answer of the authority a request is a supervisor's. */
  abstract readonly revocationGiveUpHours: number;
  /** Who stamps the log; null: nobody. */
  abstract readonly timeStamps: TimeStampAuthority | null;
  /** Whom citizens call, as the papers say it; null: the region's. */
  abstract readonly helpDesk: HelpDeskOfBody | null;
  /** The body's mark on its papers, base64; null: none. */
  abstract readonly logo: string | null;
}
