// SPDX-License-Identifier: AGPL-3.0-or-later
import { certificateExtent } from '../files/certificate-extent';
import { personalDataExtent } from '../files/personal-data-extent';
import { readIdCarta } from './read-id-carta';
import { readPublicFile } from './read-public-file';
import type { CardProfile, FilePath } from '../profiles/card-profile';
import type { CardSession } from '../session/card-session';
import type { CardFault } from '../session/fault';
import type { PublicFileOutcome, UnreadableFile } from './read-public-file';

export interface PublicFiles {
  readonly kind: 'read';
  /** 16 ASCII digits, as they are in EF.ID_Carta. */
  readonly idCarta: string;
  /** EF.Dati_personali from its first byte to the end of its last field, without the padding. */
  readonly personalData: Uint8Array;
  /** Without the zero padding. */
  readonly certificateDer: Uint8Array;
}

/**
 * Reads what recognises a card: EF.ID_Carta, EF.Dati_personali and the certificate, all without PIN. 13 APDUs on the classic profile for a
 * certificate up to 2,016 bytes and personal data up to 252.
 */
export async function readPublicFiles(session: CardSession, profile: CardProfile): Promise<PublicFiles | UnreadableFile | CardFault> {
  const id = await readIdCarta(session, profile);
  if (id.kind !== 'read') return id;
  const { application, files } = profile;
  const personalData = await readPublicFile(session, 'personal-data', { application, path: files.personalData, extent: personalDataExtent });
  if (personalData.kind !== 'read') return personalData;
  const certificate = await readCertificate(session, profile);
  if (certificate.kind !== 'read') return certificate;
  return { kind: 'read', idCarta: id.idCarta, personalData: personalData.bytes, certificateDer: certificate.bytes };
}

/** Tries the profile's places in their order; when none holds a certificate, the first one's reason is the answer. */
async function readCertificate(session: CardSession, { files }: CardProfile): Promise<PublicFileOutcome> {
  let current: FilePath | undefined = files.personalData;
  let refusal: UnreadableFile | undefined;
  for (const { application, path } of files.certificate) {
    const outcome = await readPublicFile(session, 'certificate', { application, path, current, extent: certificateExtent });
    if (outcome.kind !== 'unreadable') return outcome;
    refusal ??= outcome;
    current = application === undefined ? path : undefined;
  }
  return refusal ?? { kind: 'unreadable', file: 'certificate', because: 'not-found' };
}
