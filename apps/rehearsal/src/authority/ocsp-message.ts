// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsnArray, AsnIntegerArrayBufferConverter, AsnProp, AsnPropTypes, AsnType, AsnTypeTypes, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, CRLReason, CRLReasons, Extensions } from '@peculiar/asn1-x509';

/** What the demo authority knows of OCSP (RFC 6960, appendix B). */
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
}

export class Question {
  @AsnProp({ type: CertId })
  readonly reqCert: CertId = new CertId();
}

@AsnType({ type: AsnTypeTypes.Sequence, itemType: Question })
export class Questions extends AsnArray<Question> {}

export class TbsRequest {
  @AsnProp({ type: Questions })
  readonly requestList: Questions = new Questions();

  @AsnProp({ type: Extensions, context: 2, optional: true })
  readonly requestExtensions?: Extensions;
}

export class OcspRequest {
  @AsnProp({ type: TbsRequest })
  readonly tbsRequest: TbsRequest = new TbsRequest();
}

export class RevokedInfo {
  @AsnProp({ type: GeneralizedTime })
  readonly revocationTime: Date;

  @AsnProp({ type: CRLReason, context: 0, optional: true })
  readonly revocationReason?: CRLReason;

  constructor(revocationTime = new Date(0), reason: CRLReasons = CRLReasons.unspecified) {
    this.revocationTime = revocationTime;
    this.revocationReason = new CRLReason(reason);
  }
}

@AsnType({ type: AsnTypeTypes.Choice })
export class CertStatus {
  @AsnProp({ type: Null, context: 0, implicit: true })
  readonly good?: null;

  @AsnProp({ type: RevokedInfo, context: 1, implicit: true })
  readonly revoked?: RevokedInfo;

  constructor(fields: Partial<CertStatus> = {}) {
    Object.assign(this, fields);
  }
}

export class SingleResponse {
  @AsnProp({ type: CertId })
  readonly certID: CertId = new CertId();

  @AsnProp({ type: CertStatus })
  readonly certStatus: CertStatus = new CertStatus();

  @AsnProp({ type: GeneralizedTime })
  readonly thisUpdate: Date = new Date(0);

  constructor(fields: Partial<SingleResponse> = {}) {
    Object.assign(this, fields);
  }
}

@AsnType({ type: AsnTypeTypes.Sequence, itemType: SingleResponse })
export class SingleResponses extends AsnArray<SingleResponse> {}

@AsnType({ type: AsnTypeTypes.Choice })
export class ResponderId {
  @AsnProp({ type: Any, context: 1 })
  readonly byName: ArrayBuffer;

  constructor(byName = new ArrayBuffer()) {
    this.byName = byName;
  }
}

export class ResponseData {
  @AsnProp({ type: ResponderId })
  readonly responderID: ResponderId = new ResponderId();

  @AsnProp({ type: GeneralizedTime })
  readonly producedAt: Date = new Date(0);

  @AsnProp({ type: SingleResponses })
  readonly responses: SingleResponses = new SingleResponses();

  @AsnProp({ type: Extensions, context: 1, optional: true })
  readonly responseExtensions?: Extensions;

  constructor(fields: Partial<ResponseData> = {}) {
    Object.assign(this, fields);
  }
}

export class BasicResponse {
  @AsnProp({ type: Any })
  readonly tbsResponseData: ArrayBuffer = new ArrayBuffer();

  @AsnProp({ type: AlgorithmIdentifier })
  readonly signatureAlgorithm: AlgorithmIdentifier = new AlgorithmIdentifier();

  @AsnProp({ type: BitString })
  readonly signature: ArrayBuffer = new ArrayBuffer();

  constructor(fields: Partial<BasicResponse> = {}) {
    Object.assign(this, fields);
  }
}

export class ResponseBytes {
  @AsnProp({ type: ObjectIdentifier })
  readonly responseType: string = '1.3.6.1.5.5.7.48.1.1';

  @AsnProp({ type: OctetString })
  readonly response: OctetString;

  constructor(response = new OctetString()) {
    this.response = response;
  }
}

export class OcspResponse {
  @AsnProp({ type: Enumerated })
  readonly responseStatus: number = 0;

  @AsnProp({ type: ResponseBytes, context: 0, optional: true })
  readonly responseBytes: ResponseBytes;

  constructor(responseBytes = new ResponseBytes()) {
    this.responseBytes = responseBytes;
  }
}
