// SPDX-License-Identifier: AGPL-3.0-or-later
import { DEFAULT_CIP_PATTERN, DESK_KINDS, type DeskKind, USUAL_APPROVAL_TERMS, cipPattern, type CipPattern, RETENTION_CLASSES, RETENTION_DAYS, type FixedRetention, CHOOSABLE_DOCUMENT_TYPES, type ChosenDocuments, DEFAULT_READER_PRICES, parseLocalDate, type ReaderPrice, TRAINEE_DELIVERIES } from '@sportello/domain';
import { type ActivationMethod, activationMethods } from '@sportello/card-io/issuer';
import * as z from 'zod';
import { CERT_ID_HASHES } from '../platform/authority/status/ocsp-question';
import { isGuarded } from './guarded';

/** One clear sentence for whoever starts the program; it names what is wrong and never shows a value. */
export class StartRefused extends Error {}

const connectionUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgres://');
const path = z.string().min(1);
const httpAddress = z.url({ protocol: /^https?$/, error: 'must be an address of http or https' });

/** `digits:10`, or an alphabet of one's own: `23456789ABCDEFGHJKMNPQRSTUVWXYZ:8`. */
const CipPatternText = z
  .string()
  .regex(/^[!-9;-~]+:\d{1,2}$/, 'must be digits:LENGTH or ALPHABET:LENGTH')
  .transform((text, context): CipPattern => {
    const [alphabet = '', length] = text.split(':');
    const pattern = cipPattern(Number(length), alphabet === 'digits' ? DEFAULT_CIP_PATTERN.alphabet : alphabet);
    if (pattern.ok) return pattern.value;
    context.addIssue({ code: 'custom', message: 'must be 6 to 20 characters of an alphabet without look-alikes' });
    return z.NEVER;
  });

/** `TYPE=METHOD`, separated by commas; `*` stands for all other types. */
const ActivationMethodsText = z.string().transform((text, context): ReadonlyMap<string, ActivationMethod> => {
  const pairs = text.split(',').map((part) => part.split('=').map((side) => side.trim()));
  const known = pairs.flatMap(([type, method]) => activationMethods.flatMap((each) => (type && method === each ? [[type, each] as const] : [])));
  if (known.length === pairs.length) return new Map(known);
  context.addIssue({ code: 'custom', message: `must be TYPE=METHOD,… with a method of ${activationMethods.join(', ')}` });
  return z.NEVER;
});

/** `CLASS=DAYS`, separated by commas: `identification=3650,delegation=3650`. */
const RetentionDaysText = z.string().transform((text, context): FixedRetention => {
  const pairs = text.split(',').map((part) => part.split('=').map((side) => side.trim()));
  const isTerm = (days: number): boolean => Number.isInteger(days) && days >= RETENTION_DAYS.least && days <= RETENTION_DAYS.most;
  const known = pairs.flatMap(([name, days]) => RETENTION_CLASSES.flatMap((each) => (each === name && isTerm(Number(days)) ? [[each, Number(days)] as const] : [])));
  if (known.length === pairs.length) return new Map(known);
  context.addIssue({ code: 'custom', message: `must be CLASS=DAYS,… with ${RETENTION_DAYS.least} to ${RETENTION_DAYS.most} days and a class of ${RETENTION_CLASSES.join(', ')}` });
  return z.NEVER;
});

/** `TYPE=accepted` or `TYPE=refused`, separated by commas; only of types on which no source decides. */
const IdentityDocumentsText = z.string().transform((text, context): ChosenDocuments => {
  const pairs = text.split(',').map((part) => part.split('=').map((side) => side.trim()));
  const known = pairs.flatMap(([name, word]) => CHOOSABLE_DOCUMENT_TYPES.flatMap((type) => (type === name && (word === 'accepted' || word === 'refused') ? [[type, word === 'accepted'] as const] : [])));
  if (known.length === pairs.length) return Object.fromEntries(known);
  context.addIssue({ code: 'custom', message: `must be TYPE=accepted or TYPE=refused,… with a type of ${CHOOSABLE_DOCUMENT_TYPES.join(', ')}` });
  return z.NEVER;
});

/** Kinds of desk, separated by commas. */
const DeskKindsText = z.string().transform((text, context): readonly DeskKind[] => {
  const named = text.split(',').map((kind) => kind.trim()).filter(Boolean);
  const known = named.flatMap((name) => DESK_KINDS.filter((kind) => kind === name));
  if (known.length === named.length) return known;
  context.addIssue({ code: 'custom', message: `must be kinds of desk, separated by commas: ${DESK_KINDS.join(', ')}` });
  return z.NEVER;
});

const YesOrNo = z.enum(['yes', 'no'], { error: 'must be yes or no' }).transform((text) => text === 'yes');

/** `DAY=CENTS/PERCENT`, separated by commas: net price in cents and VAT, each from a day on. */
const ReaderPricesText = z.string().transform((text, context): readonly ReaderPrice[] => {
  const parts = text.split(',').map((part) => /^\s*(?<since>\d{4}-\d{2}-\d{2})=(?<cents>\d{1,7})\/(?<percent>\d{1,2})\s*$/.exec(part)?.groups);
  const prices = parts.flatMap((part): readonly ReaderPrice[] => {
    const since = parseLocalDate(part?.['since'] ?? '');
    return part && since.ok ? [{ since: since.value, netCents: Number(part['cents']), vatPercent: Number(part['percent']) }] : [];
  });
  if (prices.length === parts.length) return prices;
  context.addIssue({ code: 'custom', message: 'must be DAY=CENTS/PERCENT,… as 2013-10-01=350/22' });
  return z.NEVER;
});

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** All that the environment may say, with the defaults of everything that is not a secret. */
const VARIABLES = {
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  INSTALLATION_KIND: z.enum(['real', 'rehearsal']).default('real'),
  /** The application's role, which owns nothing. */
  DATABASE_URL: connectionUrl,
  /** The owner of the tables: migrates, and does nothing else. */
  DATABASE_OWNER_URL: connectionUrl,
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).max(200).default(20),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8480),
  /** Where browsers reach the API: scheme, host and port. */
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).transform((text) => new URL(text).origin).default('http://localhost:8480'),
  /** Addresses of the proxies that may say who calls, separated by commas. */
  TRUSTED_PROXIES: z.string().default('').transform((text) => text.split(',').map((address) => address.trim()).filter(Boolean)),
  /** A folder of the API's alone, with its key files. */
  KEYS_DIR: path,
  /** What the vault published of itself (`public.json`); or a bare public key (base64url of its point), when its program does not run anywhere. */
  VAULT_PUBLIC_KEY_FILE: path,
  /** Where the vault's program is reached: HTTPS, or this very computer. Without it no card is finished at another station. */
  VAULT_URL: z
    .url({ protocol: /^https?$/ })
    .refine(isGuarded, 'must be https, or this very computer')
    .transform((text) => new URL(text).origin)
    .optional(),
  /** PEM files of the certification authorities; a name ending in `.test.pem` marks a test anchor. */
  TRUST_ANCHORS_DIR: path,
  /** The built desk page; without it the API serves no page. */
  UI_DIR: path.optional(),
  /** Published passwords beyond those that come along: SHA-1 in ascending order, one a line, as Have I Been Pwned's download has them. */
  BREACHED_PASSWORDS_FILE: path.optional(),
  /** `required`: nobody works without a second factor; `enrolled`: it is asked only from those who have one. */
  SECOND_FACTOR: z.enum(['required', 'enrolled'], 'must be required or enrolled').default('required'),
  /** A session that no hand used for so long is locked. */
  IDLE_LOCK_MINUTES: z.coerce.number().int().min(1).max(600).default(10),
  CIP_PATTERN: CipPatternText.default(DEFAULT_CIP_PATTERN),
  /** So long sealed codes wait for their card; then they are destroyed. */
  CODES_MAX_AGE_DAYS: z.coerce.number().int().min(1).max(3_650).default(90),
  /** So long a request for a supervisor's approval waits for an answer. */
  APPROVAL_WAIT_MINUTES: z.coerce.number().int().min(5).max(720).default(USUAL_APPROVAL_TERMS.waitMinutes),
  /** So many days after its own an approval may still be used. */
  APPROVAL_VALID_DAYS: z.coerce.number().int().min(0).max(30).default(USUAL_APPROVAL_TERMS.validDays),
  /** What the body asks for beyond the leaflets: the minor's own consent from 14, the other parent's agreement, the court's paper of guardians and curators. */
  ASK_MINOR_CONSENT: YesOrNo.default(false),
  ASK_OTHER_PARENT: YesOrNo.default(false),
  ASK_COURT_PAPER: YesOrNo.default(false),
  /** Kinds of desk that keep a copy of the identity document; the others note its details. */
  COPY_KEPT_AT: DeskKindsText.default([]),
  /** How cards are taken into use where it differs from their type's own: `ST2021=issuer-auth,*=transport-codes`. */
  ACTIVATION_METHODS: ActivationMethodsText.default(new Map()),
  /** Documents on which no source decides: `residence-permit=accepted,eu-identity-card=refused`. */
  IDENTITY_DOCUMENTS: IdentityDocumentsText.default({}),
  /** A folder with the issuer's master keys. */
  ISSUER_KEYS_DIR: path.optional(),
  /** Or an HSM with them: its maker's PKCS #11 library, the token's label, and a file with the user's PIN. */
  ISSUER_KEYS_HSM_MODULE: path.optional(),
  ISSUER_KEYS_HSM_TOKEN: z.string().min(1).max(32).optional(),
  ISSUER_KEYS_HSM_PIN_FILE: path.optional(),
  /** The RSA key (PKCS #8, PEM) that the manufacturer encrypts its files of transport codes for. */
  TRANSPORT_FILE_KEY_FILE: path,
  NOTICE_VERSION: z.string().min(1).max(40).default('1'),
  /** Who is responsible for the personal data; the desk's body when not said. */
  DATA_CONTROLLER: z.string().min(1).max(200).optional(),
  /** A file of evidence, as it comes and as it is kept. */
  EVIDENCE_MAX_MEGABYTES: z.coerce.number().int().min(1).max(32).default(8),
  /** A picture, and each picture within a PDF. */
  EVIDENCE_MAX_MEGAPIXELS: z.coerce.number().int().min(1).max(100).default(40),
  EVIDENCE_MAX_PAGES: z.coerce.number().int().min(1).max(100).default(20),
  /** Of one case, without those that were taken back. */
  EVIDENCE_MAX_FILES: z.coerce.number().int().min(1).max(100).default(20),
  /** How long what is kept is kept, as the controller fixed it; a class that is left out is kept as proposed. */
  RETENTION_DAYS: RetentionDaysText.default(new Map()),
  /** What a smart-card reader costs without VAT, in cents, and the VAT in per cent, each from a day on. */
  READER_PRICES: ReaderPricesText.default(DEFAULT_READER_PRICES),
  SUSPENSION: YesOrNo.default(false),
  /** Sums of single operators' calls, for supervisors: `yes` only where the body has an agreement (L. 300/1970 art. 4). */
  CALL_FIGURES: YesOrNo.default(false),
  /** Whether whoever is in training hands envelopes over alone: in a rehearsal they do. */
  TRAINEES_DELIVER: z.enum(TRAINEE_DELIVERIES, `must be ${TRAINEE_DELIVERIES.join(' or ')}`).default('with-tutor'),
  /** The public keys (*.pem) of the rehearsals whose records of drills are believed; without it none is. */
  TRAINING_KEYS_DIR: path.optional(),
  /** The body's mark on its papers: PNG without transparency or JPEG, at most 36 KiB. */
  LOGO_FILE: path.optional(),
  /** Another help desk than the region's: its phone, and its hours in the three languages of the papers. */
  HELP_DESK_PHONE: z.string().min(3).max(40).optional(),
  HELP_DESK_HOURS_IT: z.string().min(1).max(120).optional(),
  HELP_DESK_HOURS_EN: z.string().min(1).max(120).optional(),
  HELP_DESK_HOURS_DE: z.string().min(1).max(120).optional(),
  /** Whoever vouches for the operators, by its OpenID Connect issuer: HTTPS, or this very computer. */
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(isGuarded, 'must be https, or this very computer')
    .optional(),
  OIDC_CLIENT_ID: z.string().min(1).max(200).optional(),
  /** How the API proves to the issuer who it is: a file with a secret, or with a private key (PKCS #8, PEM). */
  OIDC_CLIENT_SECRET_FILE: path.optional(),
  OIDC_CLIENT_KEY_FILE: path.optional(),
  /** What the button says one signs in with; SPID or CIE when not said. */
  OIDC_NAME: z.string().min(1).max(40).optional(),
  /** Who stamps the log's blocks (RFC 3161), and its certificate (PEM or DER). Many authorities speak plain HTTP: what they sign is judged, not the way it came. */
  TSA_URL: z.url({ protocol: /^https?$/ }).optional(),
  TSA_CERTIFICATE_FILE: path.optional(),
  /** The policy that is asked for; the authority's own when not said. */
  TSA_POLICY: z.string().regex(/^[0-2](\.\d+)+$/, 'must be an OID, as 1.2.3').optional(),
  TSA_INTERVAL_HOURS: z.coerce.number().int().min(1).max(168).default(24),
  /** Who revokes: nobody that is reached from here, an authority that speaks CMP, or one that people carry signed files to. */
  AUTHORITY_KIND: z.enum(['none', 'cmp', 'file'], 'must be none, cmp or file').default('none'),
  /** Where CMP is spoken; its messages are signed, so that HTTP is as good. */
  AUTHORITY_CMP_URL: httpAddress.optional(),
  /** Folders of request files and of answers. */
  AUTHORITY_REQUESTS_DIR: path.optional(),
  AUTHORITY_ANSWERS_DIR: path.optional(),
  /** What requests are signed with: a private key (PKCS #8, PEM), and its certificate with those above it (PEM). */
  AUTHORITY_CLIENT_KEY_FILE: path.optional(),
  AUTHORITY_CLIENT_CERTIFICATE_FILE: path.optional(),
  /** The certificate that the authority signs its answers with (PEM): it alone is believed. */
  AUTHORITY_CERTIFICATE_FILE: path.optional(),
  /** Where it is asked whether a certificate is revoked, and by which authority the cards' certificates were issued (PEM). */
  OCSP_URL: httpAddress.optional(),
  OCSP_HASH: z.enum(CERT_ID_HASHES, 'must be sha1 or sha256').default('sha1'),
  CRL_URL: httpAddress.optional(),
  CARD_ISSUER_CERTIFICATE_FILE: path.optional(),
  /** After so many hours without an answer a request is a supervisor's. */
  REVOCATION_GIVE_UP_HOURS: z.coerce.number().int().min(1).max(168).default(24),
  /** Where a citizen looks whether their card works: a port of its own that asks for the card's certificate, with what it shows for its own (PEM), and where browsers reach it. */
  SELF_CHECK_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  SELF_CHECK_HOST: z.string().min(1).default('127.0.0.1'),
  SELF_CHECK_URL: z.url({ protocol: /^https$/, error: 'must be https' }).transform((text) => new URL(text).origin).optional(),
  SELF_CHECK_KEY_FILE: path.optional(),
  SELF_CHECK_CERTIFICATE_FILE: path.optional(),
  /** The newest TLS that it speaks: with 1.3 a card has to sign by RSA-PSS, which not all software can. */
  SELF_CHECK_TLS: z.enum(['1.2', '1.3'], 'must be 1.2 or 1.3').default('1.3'),
} as const;

type Variables = typeof VARIABLES;
export type Environment<Name extends keyof Variables> = { readonly [Key in Name]: z.output<Variables[Key]> };

/**
 * Reads the named variables.
 *
 * @throws StartRefused naming every variable that is missing or wrong, without its value.
 */
export function readEnvironment<const Name extends keyof Variables>(names: readonly Name[], environment: Readonly<Record<string, string | undefined>>): Environment<Name> {
  const complaints: string[] = [];
  const entries = names.map((name) => {
    const text = environment[name];
    const parsed = VARIABLES[name].safeParse(text === '' ? undefined : text);
    if (!parsed.success) complaints.push(`${name} ${text === undefined || text === '' ? 'is missing' : describe(parsed.error)}`);
    return [name, parsed.data] as const;
  });
  if (complaints.length > 0) throw new StartRefused(`The configuration is not right: ${complaints.join('; ')}.`);
  return Object.fromEntries(entries) as Environment<Name>;
}

/** The rule that was broken; Zod's own messages may quote the value, so only ours are shown. */
function describe(error: z.ZodError): string {
  const message = error.issues[0]?.message ?? '';
  return message.startsWith('must ') ? message : 'is not valid';
}
