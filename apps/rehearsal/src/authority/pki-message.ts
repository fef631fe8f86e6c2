// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsnArray, AsnIntegerArrayBufferConverter, AsnProp, AsnPropTypes, AsnType, AsnTypeTypes, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Extensions } from '@peculiar/asn1-x509';

/** What the demo authority knows of CMP (RFC 9810, appendix A): enough to revoke. */
const { Any, BitString, GeneralizedTime, Integer } = AsnPropTypes;

export class Header {
  @AsnProp({ type: Integer })
  readonly pvno: number = 2;

  @AsnProp({ type: Any })
  readonly sender: ArrayBuffer = new ArrayBuffer();

  @AsnProp({ type: Any })
  readonly recipient: ArrayBuffer = new ArrayBuffer();

  @AsnProp({ type: GeneralizedTime, context: 0, optional: true })
  readonly messageTime?: Date;

  @AsnProp({ type: AlgorithmIdentifier, context: 1, optional: true })
  readonly protectionAlg?: AlgorithmIdentifier;

  @AsnProp({ type: OctetString, context: 2, optional: true })
  readonly senderKID?: OctetString;

  @AsnProp({ type: OctetString, context: 4, optional: true })
  readonly transactionID?: OctetString;

  @AsnProp({ type: OctetString, context: 5, optional: true })
  readonly senderNonce?: OctetString;

  @AsnProp({ type: OctetString, context: 6, optional: true })
  readonly recipNonce?: OctetString;

  constructor(fields: Partial<Header> = {}) {
    Object.assign(this, fields);
  }
}

export class CertTemplate {
  @AsnProp({ type: Integer, converter: AsnIntegerArrayBufferConverter, context: 1, implicit: true })
  readonly serialNumber: ArrayBuffer = new ArrayBuffer();

  @AsnProp({ type: Any, context: 3 })
  readonly issuer: ArrayBuffer = new ArrayBuffer();
}

export class RevDetails {
  @AsnProp({ type: CertTemplate })
  readonly certDetails: CertTemplate = new CertTemplate();

  @AsnProp({ type: Extensions, optional: true })
  readonly crlEntryDetails?: Extensions;
}

@AsnType({ type: AsnTypeTypes.Sequence, itemType: RevDetails })
export class RevRequest extends AsnArray<RevDetails> {}

export class StatusInfo {
  @AsnProp({ type: Integer })
  readonly status: number;

  @AsnProp({ type: BitString, optional: true })
  readonly failInfo?: ArrayBuffer;

  constructor(status = 0, failInfo?: ArrayBuffer) {
    this.status = status;
    if (failInfo) this.failInfo = failInfo;
  }
}

@AsnType({ type: AsnTypeTypes.Sequence, itemType: StatusInfo })
export class StatusInfos extends AsnArray<StatusInfo> {}

export class RevResponse {
  @AsnProp({ type: StatusInfos })
  readonly status: StatusInfos;

  constructor(status = new StatusInfos()) {
    this.status = status;
  }
}

@AsnType({ type: AsnTypeTypes.Choice })
export class Body {
  @AsnProp({ type: RevRequest, context: 11 })
  readonly rr?: RevRequest;

  @AsnProp({ type: RevResponse, context: 12 })
  readonly rp?: RevResponse;

  constructor(fields: Partial<Body> = {}) {
    Object.assign(this, fields);
  }
}

/** What is signed (RFC 9810 §5.1.3). */
export class ProtectedPart {
  @AsnProp({ type: Any })
  readonly header: ArrayBuffer = new ArrayBuffer();

  @AsnProp({ type: Any })
  readonly body: ArrayBuffer = new ArrayBuffer();

  constructor(fields: Partial<ProtectedPart> = {}) {
    Object.assign(this, fields);
  }
}

export class Message extends ProtectedPart {
  @AsnProp({ type: BitString, context: 0, optional: true })
  readonly protection?: ArrayBuffer;

  @AsnProp({ type: Any, context: 1, optional: true })
  readonly extraCerts?: ArrayBuffer;

  constructor(fields: Partial<Message> = {}) {
    super();
    Object.assign(this, fields);
  }
}
