// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsnArray, AsnIntegerArrayBufferConverter, AsnProp, AsnPropTypes, AsnType, AsnTypeTypes, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, Extensions } from '@peculiar/asn1-x509';

/** CMP's messages (RFC 4210 and RFC 9810, appendix A: EXPLICIT TAGS), as far as a revocation needs them. What is signed stays the bytes that travelled (`Any`). */
const { Any, BitString, GeneralizedTime, Integer, Utf8String } = AsnPropTypes;

/** The one sort of GeneralName that we write. */
@AsnType({ type: AsnTypeTypes.Choice })
export class DirectoryName {
  @AsnProp({ type: Any, context: 4 })
  readonly name: ArrayBuffer;

  constructor(name: ArrayBuffer = new ArrayBuffer()) {
    this.name = name;
  }
}

export class PkiHeader {
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

  @AsnProp({ type: OctetString, context: 3, optional: true })
  readonly recipKID?: OctetString;

  @AsnProp({ type: OctetString, context: 4, optional: true })
  readonly transactionID?: OctetString;

  @AsnProp({ type: OctetString, context: 5, optional: true })
  readonly senderNonce?: OctetString;

  @AsnProp({ type: OctetString, context: 6, optional: true })
  readonly recipNonce?: OctetString;

  @AsnProp({ type: Any, context: 7, optional: true })
  readonly freeText?: ArrayBuffer;

  @AsnProp({ type: Any, context: 8, optional: true })
  readonly generalInfo?: ArrayBuffer;

  constructor(fields: Partial<PkiHeader> = {}) {
    Object.assign(this, fields);
  }
}

@AsnType({ type: AsnTypeTypes.Sequence, itemType: Utf8String })
export class PkiFreeText extends AsnArray<string> {}

export class PkiStatusInfo {
  @AsnProp({ type: Integer })
  readonly status: number = 0;

  @AsnProp({ type: PkiFreeText, optional: true })
  readonly statusString?: PkiFreeText;

  @AsnProp({ type: BitString, optional: true })
  readonly failInfo?: ArrayBuffer;

  constructor(fields: Partial<PkiStatusInfo> = {}) {
    Object.assign(this, fields);
  }
}

/** CertTemplate (RFC 4211 §5), of which a revocation names two fields. */
export class CertTemplate {
  @AsnProp({ type: Integer, converter: AsnIntegerArrayBufferConverter, context: 1, implicit: true })
  readonly serialNumber: ArrayBuffer = new ArrayBuffer();

  /** A Name is a CHOICE: its tag is explicit. */
  @AsnProp({ type: Any, context: 3 })
  readonly issuer: ArrayBuffer = new ArrayBuffer();

  constructor(fields: Partial<CertTemplate> = {}) {
    Object.assign(this, fields);
  }
}

export class RevDetails {
  @AsnProp({ type: CertTemplate })
  readonly certDetails: CertTemplate = new CertTemplate();

  @AsnProp({ type: Extensions, optional: true })
  readonly crlEntryDetails?: Extensions;

  constructor(fields: Partial<RevDetails> = {}) {
    Object.assign(this, fields);
  }
}

@AsnType({ type: AsnTypeTypes.Sequence, itemType: RevDetails })
export class RevReqContent extends AsnArray<RevDetails> {}

export class CertId {
  @AsnProp({ type: Any })
  readonly issuer: ArrayBuffer = new ArrayBuffer();

  @AsnProp({ type: Integer, converter: AsnIntegerArrayBufferConverter })
  readonly serialNumber: ArrayBuffer = new ArrayBuffer();

  constructor(fields: Partial<CertId> = {}) {
    Object.assign(this, fields);
  }
}

@AsnType({ type: AsnTypeTypes.Sequence, itemType: CertId })
export class CertIds extends AsnArray<CertId> {}

@AsnType({ type: AsnTypeTypes.Sequence, itemType: PkiStatusInfo })
export class PkiStatusInfos extends AsnArray<PkiStatusInfo> {}

export class RevRepContent {
  @AsnProp({ type: PkiStatusInfos })
  readonly status: PkiStatusInfos = new PkiStatusInfos();

  @AsnProp({ type: CertIds, context: 0, optional: true })
  readonly revCerts?: CertIds;

  @AsnProp({ type: Any, context: 1, optional: true })
  readonly crls?: ArrayBuffer;

  constructor(fields: Partial<RevRepContent> = {}) {
    Object.assign(this, fields);
  }
}

export class ErrorMsgContent {
  @AsnProp({ type: PkiStatusInfo })
  readonly pKIStatusInfo: PkiStatusInfo = new PkiStatusInfo();

  @AsnProp({ type: Integer, converter: AsnIntegerArrayBufferConverter, optional: true })
  readonly errorCode?: ArrayBuffer;

  @AsnProp({ type: PkiFreeText, optional: true })
  readonly errorDetails?: PkiFreeText;

  constructor(fields: Partial<ErrorMsgContent> = {}) {
    Object.assign(this, fields);
  }
}

export class PollRequest {
  @AsnProp({ type: Integer })
  readonly certReqId: number = -1;
}

@AsnType({ type: AsnTypeTypes.Sequence, itemType: PollRequest })
export class PollReqContent extends AsnArray<PollRequest> {}

export class PollReply {
  @AsnProp({ type: Integer })
  readonly certReqId: number = -1;

  /** Seconds; the library gives a string from four bytes on. */
  @AsnProp({ type: Integer })
  readonly checkAfter: number | string = 0;

  @AsnProp({ type: PkiFreeText, optional: true })
  readonly reason?: PkiFreeText;

  constructor(fields: Partial<PollReply> = {}) {
    Object.assign(this, fields);
  }
}

@AsnType({ type: AsnTypeTypes.Sequence, itemType: PollReply })
export class PollRepContent extends AsnArray<PollReply> {}

@AsnType({ type: AsnTypeTypes.Choice })
export class PkiBody {
  @AsnProp({ type: RevReqContent, context: 11 })
  readonly rr?: RevReqContent;

  @AsnProp({ type: RevRepContent, context: 12 })
  readonly rp?: RevRepContent;

  @AsnProp({ type: ErrorMsgContent, context: 23 })
  readonly error?: ErrorMsgContent;

  @AsnProp({ type: PollReqContent, context: 25 })
  readonly pollReq?: PollReqContent;

  @AsnProp({ type: PollRepContent, context: 26 })
  readonly pollRep?: PollRepContent;

  constructor(fields: Partial<PkiBody> = {}) {
    Object.assign(this, fields);
  }
}

/** What the protection is computed over (RFC 9810 §5.1.3). */
export class ProtectedPart {
  @AsnProp({ type: Any })
  readonly header: ArrayBuffer = new ArrayBuffer();

  @AsnProp({ type: Any })
  readonly body: ArrayBuffer = new ArrayBuffer();

  constructor(fields: Partial<ProtectedPart> = {}) {
    Object.assign(this, fields);
  }
}

@AsnType({ type: AsnTypeTypes.Sequence, itemType: Any })
export class ExtraCerts extends AsnArray<ArrayBuffer> {}

export class PkiMessage extends ProtectedPart {
  @AsnProp({ type: BitString, context: 0, optional: true })
  readonly protection?: ArrayBuffer;

  @AsnProp({ type: ExtraCerts, context: 1, optional: true })
  readonly extraCerts?: ExtraCerts;

  constructor(fields: Partial<PkiMessage> = {}) {
    super();
    Object.assign(this, fields);
  }
}
