// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RegularCodiceFiscale } from '../codice-fiscale/codice-fiscale';
import { parseCodiceFiscale } from '../codice-fiscale/parse-codice-fiscale';
import { type Outcome, accept, refuse } from '../outcome';
import type { SingleSignOnRefusal } from './single-sign-on-refusals';

/** Level 1 is a password alone; from 2 on there are two factors. The leaflets want 2 or higher. */
export const LEAST_LEVEL = 2;

type Level = 1 | 2 | 3;

interface AssuranceLevel {
  readonly acr: string;
  readonly level: Level;
  readonly source: string;
}

const SPID_CIE = 'AgID and Ministry of the Interior, OpenID Connect rules for SPID and CIE (parameter acr_values): CIE uses the same three';
const EIDAS = 'Implementing Regulation (EU) 2015/1502 art. 1, as named by the eIDAS profile: low, substantial, high';

/** What a provider may say of how strongly somebody proved who they are. A value that is not here proves nothing. */
export const ASSURANCE_LEVELS: readonly AssuranceLevel[] = [
  { acr: 'https://www.spid.gov.it/SpidL1', level: 1, source: SPID_CIE },
  { acr: 'https://www.spid.gov.it/SpidL2', level: 2, source: SPID_CIE },
  { acr: 'https://www.spid.gov.it/SpidL3', level: 3, source: SPID_CIE },
  { acr: 'http://eidas.europa.eu/LoA/low', level: 1, source: EIDAS },
  { acr: 'http://eidas.europa.eu/LoA/substantial', level: 2, source: EIDAS },
  { acr: 'http://eidas.europa.eu/LoA/high', level: 3, source: EIDAS },
];

/** By what names providers tell of a person: the common rules of SPID and CIE, then SPID's earlier ones, then the bare name. */
export const IDENTITY_CLAIMS = {
  name: ['given_name', 'https://attributes.spid.gov.it/name'],
  surname: ['family_name', 'https://attributes.spid.gov.it/familyName'],
  codiceFiscale: ['https://attributes.eid.gov.it/fiscal_number', 'https://attributes.spid.gov.it/fiscalNumber', 'fiscal_number', 'fiscalNumber'],
  /** Only SPID gives one. */
  spidCode: ['https://attributes.eid.gov.it/spid_code', 'https://attributes.spid.gov.it/spidCode'],
} as const;

/** Whoever has one of these signed in for a company. */
export const LEGAL_PERSON_CLAIMS: readonly [name: string, vatNumber: string, ...others: string[]] = [
  'https://attributes.eid.gov.it/company_name',
  'https://attributes.eid.gov.it/vat_number',
  'https://attributes.eid.gov.it/company_fiscal_number',
  'https://attributes.eid.gov.it/company_fiscalNumber',
  'https://attributes.eid.gov.it/registered_office',
  'https://attributes.spid.gov.it/companyName',
  'https://attributes.spid.gov.it/companyFiscalNumber',
  'https://attributes.spid.gov.it/registeredOffice',
  'https://attributes.spid.gov.it/ivaCode',
  'companyName',
  'companyFiscalNumber',
  'registeredOffice',
  'ivaCode',
];

/** The Ministry's own providers of CIE. */
const CIE_HOST = /(^|\.)servizicie\.interno\.gov\.it$/;
/** Semantics of a natural person's tax number (ETSI EN 319 412-1 §5.1.3). */
const TAX_NUMBER_PREFIX = /^TINIT-/;
const ELEVEN_DIGITS = /^\d{11}$/;
/** How far the provider's clock may be behind ours. */
const MOST_SKEW_MS = 60_000;

/** What a provider vouches for; its signature, and that it answers our request, were verified. */
export interface AssertedIdentity {
  /** Host name of the provider. */
  readonly providerHost: string;
  readonly acr: string | undefined;
  /** When the person last proved who they are. */
  readonly authenticatedAt: Date | undefined;
  readonly claims: Readonly<Record<string, unknown>>;
}

export interface ProvenIdentity {
  readonly codiceFiscale: RegularCodiceFiscale;
  readonly level: Level;
  readonly means: 'spid' | 'cie' | 'single-sign-on';
}

export type IdentityRefusal = {
  readonly kind: Extract<SingleSignOnRefusal, 'not-fresh' | 'level-too-low' | 'legal-person' | 'data-missing'>;
  /** Null: the provider told none that is known. */
  readonly level: Level | null;
};

/** The leaflets' rules: proved for this very request, at level 2 or higher, by a natural person with name, surname and codice fiscale. */
export function judgeIdentity(identity: AssertedIdentity, askedAt: Date): Outcome<ProvenIdentity, IdentityRefusal> {
  const { acr, authenticatedAt, claims } = identity;
  const level = ASSURANCE_LEVELS.find((each) => each.acr === acr)?.level ?? null;
  if (authenticatedAt === undefined || authenticatedAt.getTime() < askedAt.getTime() - MOST_SKEW_MS) return refuse({ kind: 'not-fresh', level });
  if (level === null || level < LEAST_LEVEL) return refuse({ kind: 'level-too-low', level });
  if (LEGAL_PERSON_CLAIMS.some((name) => isTold(claims[name]))) return refuse({ kind: 'legal-person', level });
  const taxNumber = textOf(claims, IDENTITY_CLAIMS.codiceFiscale)?.toUpperCase().replace(TAX_NUMBER_PREFIX, '');
  if (taxNumber !== undefined && ELEVEN_DIGITS.test(taxNumber)) return refuse({ kind: 'legal-person', level });
  const codiceFiscale = taxNumber === undefined ? undefined : personIn(taxNumber);
  const isNamed = [IDENTITY_CLAIMS.name, IDENTITY_CLAIMS.surname].every((names) => textOf(claims, names) !== undefined);
  if (!codiceFiscale || !isNamed) return refuse({ kind: 'data-missing', level });
  return accept({ codiceFiscale, level, means: meansOf(identity) });
}

/** A gateway to several providers does not say whose identity it was, unless by what only SPID gives. */
function meansOf({ providerHost, claims }: AssertedIdentity): ProvenIdentity['means'] {
  if (CIE_HOST.test(providerHost)) return 'cie';
  return textOf(claims, IDENTITY_CLAIMS.spidCode) === undefined ? 'single-sign-on' : 'spid';
}

function personIn(text: string): RegularCodiceFiscale | undefined {
  const parsed = parseCodiceFiscale(text);
  return parsed.ok && parsed.value.kind === 'regular' ? parsed.value : undefined;
}

function textOf(claims: AssertedIdentity['claims'], names: readonly string[]): string | undefined {
  return names.map((name) => claims[name]).find((value): value is string => typeof value === 'string' && value.trim() !== '')?.trim();
}

/** SPID writes a dash for what is not there. */
function isTold(value: unknown): boolean {
  if (typeof value === 'string') return !['', '-'].includes(value.trim());
  return value !== undefined && value !== null && value !== false;
}
