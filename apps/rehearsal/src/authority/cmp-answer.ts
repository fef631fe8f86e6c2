// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { AlgorithmIdentifier, CRLReason, CRLReasons, id_ce_cRLReasons } from '@peculiar/asn1-x509';
import { randomBytes, sign, verify, type KeyObject } from 'node:crypto';
import { Body, Header, Message, ProtectedPart, RevResponse, StatusInfo, StatusInfos, type RevDetails } from './pki-message';
import type { RevokedRegister } from './revoked-register';

export interface CmpSide {
  readonly register: RevokedRegister;
  readonly key: KeyObject;
  /** Whose requests are heard. */
  readonly client: KeyObject;
  readonly now: () => Date;
  /** Told of each request that was heard: its transaction and serial, hexadecimal. */
  readonly heard?: (transactionId: string, serial: string) => void;
}

const RSA_WITH_SHA256 = '1.2.840.113549.1.1.11';
const [ACCEPTED, REJECTED] = [0, 2];
/** Bits of PKIFailureInfo (RFC 9810 §5.2.3). */
const [BAD_CERT_TEMPLATE, CERT_REVOKED] = [19, 10];

/** The answer to an `rr` of one certificate, signed by the authority; undefined: not signed by the client that it knows, or no such request. */
export const answerRevocation = async (asked: Uint8Array, side: CmpSide): Promise<Buffer | undefined> => {
  const request = AsnConvert.parse(asked, Message);
  const { header, body, protection } = request;
  if (!protection || !verify('sha256', Buffer.from(AsnConvert.serialize(new ProtectedPart({ header, body }))), side.client, Buffer.from(protection))) return undefined;
  const { transactionID, senderNonce, sender, recipient } = AsnConvert.parse(header, Header);
  const [details] = AsnConvert.parse(body, Body).rr ?? [];
  if (!details || !transactionID || !senderNonce) return undefined;
  const serial = Buffer.from(details.certDetails.serialNumber).toString('hex');
  side.heard?.(Buffer.from(transactionID.buffer).toString('hex'), serial);
  const status = await revoke(serial, reasonOf(details), side);
  const part = {
    header: AsnConvert.serialize(
      new Header({
        sender: recipient,
        recipient: sender,
        messageTime: new Date(Math.floor(side.now().getTime() / 1000) * 1000),
        protectionAlg: new AlgorithmIdentifier({ algorithm: RSA_WITH_SHA256, parameters: null }),
        transactionID,
        senderNonce: new OctetString(randomBytes(16)),
        recipNonce: senderNonce,
      }),
    ),
    body: AsnConvert.serialize(new Body({ rp: new RevResponse(new StatusInfos([status])) })),
  };
  const signature = sign('sha256', Buffer.from(AsnConvert.serialize(new ProtectedPart(part))), side.key);
  return Buffer.from(AsnConvert.serialize(new Message({ ...part, protection: Uint8Array.from(signature).buffer })));
};

const revoke = async (serial: string, reason: CRLReasons, { register, now }: CmpSide): Promise<StatusInfo> => {
  if (serial === '') return new StatusInfo(REJECTED, failing(BAD_CERT_TEMPLATE));
  return (await register.revoke(serial, reason, now())) ? new StatusInfo(ACCEPTED) : new StatusInfo(REJECTED, failing(CERT_REVOKED));
};

const reasonOf = ({ crlEntryDetails = [] }: Pick<RevDetails, 'crlEntryDetails'>): CRLReasons => {
  const extension = [...crlEntryDetails].find(({ extnID }) => extnID === id_ce_cRLReasons);
  return extension ? AsnConvert.parse(extension.extnValue.buffer, CRLReason).reason : CRLReasons.unspecified;
};

const failing = (bit: number): ArrayBuffer => {
  const bits = new Uint8Array((bit >> 3) + 1);
  bits[bit >> 3] = 0x80 >> (bit & 7);
  return bits.buffer;
};
