// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Extensions } from '@peculiar/asn1-x509';
import { sign, type KeyObject } from 'node:crypto';
import { BasicResponse, CertStatus, OcspRequest, OcspResponse, ResponderId, ResponseBytes, ResponseData, RevokedInfo, SingleResponse, SingleResponses, type CertId } from './ocsp-message';
import type { RevokedRegister } from './revoked-register';

export interface OcspSide {
  readonly register: RevokedRegister;
  readonly key: KeyObject;
  /** The authority's Name, DER. */
  readonly name: Uint8Array;
  readonly now: () => Date;
}

const RSA_WITH_SHA256 = '1.2.840.113549.1.1.11';
const NONCE = '1.3.6.1.5.5.7.48.1.2';

/** Whether the certificates that are asked about are revoked, signed by their issuer; every other one is good. */
export const answerStatus = (asked: Uint8Array, { register, key, name, now }: OcspSide): Buffer => {
  const { requestList, requestExtensions = [] } = AsnConvert.parse(asked, OcspRequest).tbsRequest;
  const nonce = [...requestExtensions].filter(({ extnID }) => extnID === NONCE);
  const at = new Date(Math.floor(now().getTime() / 1000) * 1000);
  const data = new ResponseData({
    responderID: new ResponderId(Uint8Array.from(name).buffer),
    producedAt: at,
    responses: new SingleResponses(requestList.map(({ reqCert }) => new SingleResponse({ certID: reqCert, certStatus: statusOf(reqCert, register), thisUpdate: at }))),
    ...(nonce.length > 0 && { responseExtensions: new Extensions(nonce) }),
  });
  const tbsResponseData = AsnConvert.serialize(data);
  const basic = new BasicResponse({
    tbsResponseData,
    signatureAlgorithm: new AlgorithmIdentifier({ algorithm: RSA_WITH_SHA256, parameters: null }),
    signature: Uint8Array.from(sign('sha256', Buffer.from(tbsResponseData), key)).buffer,
  });
  return Buffer.from(AsnConvert.serialize(new OcspResponse(new ResponseBytes(new OctetString(AsnConvert.serialize(basic))))));
};

const statusOf = ({ serialNumber }: CertId, register: RevokedRegister): CertStatus => {
  const revoked = register.of(Buffer.from(serialNumber).toString('hex'));
  return revoked ? new CertStatus({ revoked: new RevokedInfo(revoked.at, revoked.reason) }) : new CertStatus({ good: null });
};
