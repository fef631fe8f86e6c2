// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CodiceFiscale } from '../codice-fiscale/codice-fiscale';
import { parseCodiceFiscale } from '../codice-fiscale/parse-codice-fiscale';
import { accept, refuse } from '../outcome';
import type { Outcome } from '../outcome';
import { parseIdCarta } from './id-carta';
import type { IdCarta } from './id-carta';

/** What the subject's common name of a CNS certificate binds together. */
export interface CertificateSubject {
  readonly codiceFiscale: CodiceFiscale;
  readonly idCarta: IdCarta;
  /** Base64 of a SHA-1 over EF.Dati_personali; over which bytes exactly is not published. */
  readonly personalDataHash: string;
}

export type CertificateSubjectRefusal = {
  readonly kind: 'bad-certificate-subject';
  readonly part: 'slash' | 'codice-fiscale' | 'dot' | 'id-carta' | 'hash';
};

/** Reads `<codice fiscale>/<ID_Carta>.<hash>`. The hash may hold slashes itself: cut at the first one, then at the first dot. */
export function parseCertificateSubject(commonName: string): Outcome<CertificateSubject, CertificateSubjectRefusal> {
  const slash = commonName.indexOf('/');
  if (slash < 0) return bad('slash');
  const codiceFiscale = parseCodiceFiscale(commonName.slice(0, slash));
  if (!codiceFiscale.ok) return bad('codice-fiscale');

  const rest = commonName.slice(slash + 1);
  const dot = rest.indexOf('.');
  if (dot < 0) return bad('dot');
  const idCarta = parseIdCarta(rest.slice(0, dot));
  if (!idCarta.ok) return bad('id-carta');

  const personalDataHash = rest.slice(dot + 1);
  if (!BASE64_OF_20_BYTES.test(personalDataHash)) return bad('hash');
  return accept({ codiceFiscale: codiceFiscale.value, idCarta: idCarta.value, personalDataHash });
}

const BASE64_OF_20_BYTES = /^[A-Za-z0-9+/]{27}=$/;

function bad(part: CertificateSubjectRefusal['part']): { readonly ok: false; readonly refusal: CertificateSubjectRefusal } {
  return refuse({ kind: 'bad-certificate-subject', part });
}
