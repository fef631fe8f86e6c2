// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { CRLReason, Extension, Extensions, id_ce_cRLReasons, id_ce_invalidityDate, InvalidityDate } from '@peculiar/asn1-x509';
import type { RevocationRequest } from '../revocation-authority';
import { CertTemplate, PkiBody, PollReqContent, PollRequest, RevDetails, RevReqContent } from './cmp-messages';

const extension = (extnID: string, value: object): Extension => new Extension({ extnID, critical: false, extnValue: new OctetString(AsnConvert.serialize(value)) });

/** `rr` of one certificate (RFC 9810 §5.3.9; RFC 9483 §4.2): which, why, and since when it is not to be trusted. */
export const revocationBody = ({ certificate, reason, at }: RevocationRequest): PkiBody => {
  const certDetails = new CertTemplate({ issuer: Uint8Array.from(certificate.issuer).buffer, serialNumber: Uint8Array.from(Buffer.from(certificate.serial, 'hex')).buffer });
  const invalidityDate = new InvalidityDate();
  invalidityDate.value = new Date(Math.floor(at.getTime() / 1000) * 1000);
  const crlEntryDetails = new Extensions([extension(id_ce_cRLReasons, new CRLReason(reason)), extension(id_ce_invalidityDate, invalidityDate)]);
  return new PkiBody({ rr: new RevReqContent([new RevDetails({ certDetails, crlEntryDetails })]) });
};

/** `pollReq` for a whole answer that is delayed: no request in it has a number (RFC 9810 §5.3.22). */
export const pollBody = (): PkiBody => new PkiBody({ pollReq: new PollReqContent([new PollRequest()]) });
