// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsnArray, AsnIntegerArrayBufferConverter, AsnProp, AsnPropTypes, AsnType, AsnTypeTypes, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, CRLReason, Extensions } from '@peculiar/asn1-x509';

/** OCSP's messages (RFC 6960 §4.1, §4.2, appendix B). */
const { Any, BitString, Enumerated, GeneralizedTime, Integer, Null, ObjectIdentifier } = AsnPropTypes;

export class CertId {
  @AsnProp({ type: AlgorithmIdentifier })
  readonly hashAlgorithm: AlgorithmIdentifier = new AlgorithmIdentifier();

  @AsnProp({ type: OctetString })
  readonly issuerNameHash: OctetString = new OctetString();

  @AsnProp({ type: OctetString })
  readonly issuerKeyHash: OctetString = new OctetString();

  @AsnProp({ type: Integer, converter: AsnIntegerArrayBufferConverter })
  readonly serialNumber: ArrayBuffer = new ArrayBuffer();

  constructor(fields: Partial<CertId> = {}) {
    Object.assign(this, fields);
  }
}

export class CertRequest {
  @AsnProp({ type: CertId })
  readonly reqCert: CertId;

  constructor(reqCert = new CertId()) {
    this.reqCert = reqCert;
  }
}

@AsnType({ type: AsnTypeTypes.Sequence, itemType: CertRequest })
export class CertRequests extends AsnArray<CertRequest> {}

export class TbsRequest {
  @AsnProp({ type: CertRequests })
  readonly requestList: CertRequests = new CertRequests();

  @AsnProp({ type: Extensions, context: 2, optional: true })
  readonly requestExtensions?: Extensions;

  constructor(fields: Partial<TbsRequest> = {}) {
    Object.assign(this, fields);
  }
}

export class OcspRequest {
  @AsnProp({ type: TbsRequest })
  readonly tbsRequest: TbsRequest;

  constructor(tbsRequest = new TbsRequest()) {
    this.tbsRequest = tbsRequest;
  }
}

export class ResponseBytes {
  @AsnProp({ type: ObjectIdentifier })
  readonly responseType: string = '';

  @AsnProp({ type: OctetString })
  readonly response: OctetString = new OctetString();
}

export class OcspResponse {
  @AsnProp({ type: Enumerated })
  readonly responseStatus: number = 0;

  @AsnProp({ type: ResponseBytes, context: 0, optional: true })
  readonly responseBytes?: ResponseBytes;
}

@AsnType({ type: AsnTypeTypes.Sequence, itemType: Any })
export class ResponderCertificates extends AsnArray<ArrayBuffer> {}

export class BasicOcspResponse {
  /** What is signed: the bytes that travelled. */
  @AsnProp({ type: Any })
  readonly tbsResponseData: ArrayBuffer = new ArrayBuffer();

  @AsnProp({ type: AlgorithmIdentifier })
  readonly signatureAlgorithm: AlgorithmIdentifier = new AlgorithmIdentifier();

  @AsnProp({ type: BitString })
  readonly signature: ArrayBuffer = new ArrayBuffer();

  @AsnProp({ type: ResponderCertificates, context: 0, optional: true })
  readonly certs?: ResponderCertificates;
}

export class RevokedInfo {
  @AsnProp({ type: GeneralizedTime })
  readonly revocationTime: Date = new Date(0);

  @AsnProp({ type: CRLReason, context: 0, optional: true })
  readonly revocationReason?: CRLReason;
}

@AsnType({ type: AsnTypeTypes.Choice })
export class CertStatus {
  @AsnProp({ type: Null, context: 0, implicit: true })
  readonly good?: null;

  @AsnProp({ type: RevokedInfo, context: 1, implicit: true })
  readonly revoked?: RevokedInfo;

  @AsnProp({ type: Null, context: 2, implicit: true })
  readonly unknown?: null;
}

export class SingleResponse {
  @AsnProp({ type: CertId })
  readonly certID: CertId = new CertId();

  @AsnProp({ type: CertStatus })
  readonly certStatus: CertStatus = new CertStatus();

  @AsnProp({ type: GeneralizedTime })
  readonly thisUpdate: Date = new Date(0);

  @AsnProp({ type: GeneralizedTime, context: 0, optional: true })
  readonly nextUpdate?: Date;

  @AsnProp({ type: Extensions, context: 1, optional: true })
  readonly singleExtensions?: Extensions;
}

@AsnType({ type: AsnTypeTypes.Sequence, itemType: SingleResponse })
export class SingleResponses extends AsnArray<SingleResponse> {}

@AsnType({ type: AsnTypeTypes.Choice })
export class ResponderId {
  @AsnProp({ type: Any, context: 1 })
  readonly byName?: ArrayBuffer;

  @AsnProp({ type: OctetString, context: 2 })
  readonly byKey?: OctetString;
}

export class ResponseData {
  @AsnProp({ type: Integer, context: 0, optional: true })
  readonly version?: number;

  @AsnProp({ type: ResponderId })
  readonly responderID: ResponderId = new ResponderId();

  @AsnProp({ type: GeneralizedTime })
  readonly producedAt: Date = new Date(0);

  @AsnProp({ type: SingleResponses })
  readonly responses: SingleResponses = new SingleResponses();

  @AsnProp({ type: Extensions, context: 1, optional: true })
  readonly responseExtensions?: Extensions;
}
