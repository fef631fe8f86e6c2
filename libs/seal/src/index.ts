// SPDX-License-Identifier: AGPL-3.0-or-later
export { canonicalJson, canonicalJsonBytes, type JsonValue } from './canonical-json/canonical-json';
export { fingerprint, isFingerprint } from './canonical-json/fingerprint';
export { type CodePair, frameCodes, unframeCodes } from './codes-frame/codes-frame';
export { decodeBase64Url, encodeBase64Url } from './encoding/base64url';
export { isPublicKey, type P256KeyPair, publicJwkOf, type PublicJwk, publicKeyOf, publicKeyOfJwk, thumbprint } from './keys/p256-keys';
export { type KeyFileRefusal, readPrivateKeyFile, writePrivateKeyFile } from './key-file/key-file';
export { generateSealingKeyPair, open, type OpenRefusal, seal } from './hpke/seal';
export type { SealedBlob } from './hpke/sealed-blob';
export { generateSigningKeyPair, signBytes, verifyBytes } from './signing/sign-bytes';
export { signDocument, verifyDocument } from './signing/sign-document';
export { type SigningKey, signingKeyOf } from './signing/signing-key';
export type { HeaderFields } from './http-signature/header-fields';
export {
  type RequestSignatureHeaders,
  type RequestToSign,
  type RequestToVerify,
  signRequest,
  type VerifiedRequest,
  verifyRequest,
} from './http-signature/request-signature';
export type { KeyOf, Signing, VerifiedSignature } from './http-signature/signed-message';
export type { ClockSkew, SignatureRefusal } from './http-signature/signature-refusal';
export { equalInConstantTime, keyedMac } from './mac/keyed-mac';
export { type BlockHeader, blockHash, type BlockToSeal, type Head, headOf, isBlockSignedBy, NO_BLOCK, sealBlock, type SignedBlock } from './log/block';
export { commitmentOf, SALT_BYTES } from './log/commitment';
export { type Countersignature, EXPORT_FORMAT, HEAD_PURPOSE, lineText, type LogLine, type LogRow, type LogTitle, type Opening, rowBytes, type Stamp } from './log/export-lines';
export { generateLogKey, isLogPublicKey, isSignedByLogKey, type LogKey, logKeyId, logKeyOf } from './log/log-key';
export { type Hash, inclusionPath, leafHash, merkleRoot, rootOfPath } from './log/merkle';
export { checkProof, type ProofVerdict, proofText, type ProvenRow } from './log/inclusion-proof';
export { SIGNATURES as SIGNATURE_ALGORITHMS } from './time-stamp/algorithms';
export { signedAttributeBytes } from './time-stamp/signed-content';
export { stampingCertificateIn } from './time-stamp/stamping-certificate';
export { NONCE_BYTES, TIME_STAMP_QUERY, TIME_STAMP_REPLY, type TimeStampQuestion, timeStampRequest } from './time-stamp/time-stamp-request';
export { judgeTimeStampResponse, type TimeStampAnswer, type TimeStampRefusal } from './time-stamp/time-stamp-response';
export { judgeTimeStampToken, type TimeStamp, type TokenRefusal } from './time-stamp/time-stamp-token';
