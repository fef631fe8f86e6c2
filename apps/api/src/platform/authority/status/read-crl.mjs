// SPDX-License-Identifier: AGPL-3.0-or-later
import { fromBER } from 'asn1js';

/**
 * A CertificateList (RFC 5280 §5.1), read piece by piece: half a million entries as one tree of objects would fill the memory.
 *
 * @typedef {object} ReadCrl
 * @property {Uint8Array} signed what the signature is over
 * @property {string} algorithm object identifier
 * @property {Uint8Array} signature
 * @property {Uint8Array} issuer Name, DER
 * @property {number} thisUpdate milliseconds
 * @property {number | null} nextUpdate
 * @property {readonly {readonly id: string; readonly isCritical: boolean; readonly value: Uint8Array}[]} extensions
 * @property {boolean} hasCriticalEntry an entry with an extension that may not be passed over, and that is not known here
 * @property {Uint8Array} serials of 20 bytes each, in ascending order
 * @property {Uint32Array} revokedAt seconds, in the order of the serials
 * @property {Uint8Array} reasons CRLReason
 */

export const SERIAL_BYTES = 20;
const TAG = { integer: 2, bitString: 3, sequence: 16, utcTime: 23, generalizedTime: 24 };
const CRL_REASONS = '2.5.29.21';
const UNSPECIFIED = 0;
const NONE = new Uint8Array();

/** @param {Uint8Array} bytes a copy of the reader's own @returns {ReadCrl} @throws Error when they are no such list */
export const readCrl = (bytes) => {
  const [tbs, algorithm, signature, more] = elements(contentOf(bytes));
  if (!tbs || !algorithm || !signature || more) throw new Error('no CertificateList');
  const fields = elements(contentOf(tbs));
  const first = fields[0];
  const at = first && tagOf(first) === TAG.integer ? 1 : 0;
  const [inner, issuer, thisUpdate, ...rest] = fields.slice(at);
  if (!inner || !issuer || !thisUpdate || !Buffer.from(inner).equals(algorithm)) throw new Error('no TBSCertList');
  const nextUpdate = rest[0] && isTime(rest[0]) ? rest.shift() : undefined;
  const revoked = rest[0] && tagOf(rest[0]) === TAG.sequence ? rest.shift() : undefined;
  const extensions = rest.shift();
  if (rest.length > 0) throw new Error('no TBSCertList');
  return {
    signed: tbs,
    algorithm: parse(algorithm).valueBlock.value[0].valueBlock.toString(),
    signature: Uint8Array.from(parse(signature).valueBlock.valueHexView),
    issuer,
    thisUpdate: timeOf(parse(thisUpdate)),
    nextUpdate: nextUpdate ? timeOf(parse(nextUpdate)) : null,
    extensions: extensions ? parse(extensions).valueBlock.value[0].valueBlock.value.map(extensionOf) : [],
    ...readEntries(revoked ? contentOf(revoked) : new Uint8Array()),
  };
};

/** @param {Uint8Array} content */
const readEntries = (content) => {
  const entries = [];
  /** Thousands of entries have the same reason, and the same moment: each is read once. @type {Map<string, Flags>} */
  const flags = new Map();
  /** @type {Map<string, number>} */
  const times = new Map();
  for (let at = 0; at < content.length; ) {
    const { result, offset } = header(content.subarray(at));
    at += offset;
    const [serial, date, extensions = NONE, more] = elements(result.valueBlock.valueHexView);
    if (!serial || tagOf(serial) !== TAG.integer || !date || more) throw new Error('no entry');
    const seconds = once(times, date, () => timeOf(parse(date)) / 1000);
    const { reason, isCritical } = once(flags, extensions, flagsOf);
    entries.push({ serial: paddedSerial(contentOf(serial)), seconds, reason, isCritical });
  }
  entries.sort((one, other) => Buffer.compare(one.serial, other.serial));
  return {
    hasCriticalEntry: entries.some(({ isCritical }) => isCritical),
    serials: Uint8Array.from(Buffer.concat(entries.map(({ serial }) => serial))),
    revokedAt: Uint32Array.from(entries, ({ seconds }) => seconds),
    reasons: Uint8Array.from(entries, ({ reason }) => reason),
  };
};

/** @template Value @param {Map<string, Value>} known @param {Uint8Array} der @param {(der: Uint8Array) => Value} read @returns {Value} */
const once = (known, der, read) => {
  const text = Buffer.from(der.buffer, der.byteOffset, der.length).toString('latin1');
  const found = known.get(text);
  if (found !== undefined) return found;
  const value = read(der);
  known.set(text, value);
  return value;
};

/** @typedef {{ readonly reason: number; readonly isCritical: boolean }} Flags */

/** What an entry's extensions say; one that may not be passed over and is not known makes it critical. @param {Uint8Array} der @returns {Flags} */
const flagsOf = (der) => {
  /** @type {ReadCrl['extensions']} */
  const extensions = der.length > 0 ? parse(der).valueBlock.value.map(extensionOf) : [];
  const given = extensions.find(({ id }) => id === CRL_REASONS);
  return { reason: given ? parse(given.value).valueBlock.valueDec : UNSPECIFIED, isCritical: extensions.some(({ id, isCritical }) => isCritical && id !== CRL_REASONS) };
};

/** @param {Uint8Array} bytes as they stand in the INTEGER: with a zero before a first bit that is set */
const paddedSerial = (bytes) => {
  const padded = Buffer.alloc(SERIAL_BYTES);
  const from = bytes.length > SERIAL_BYTES && bytes[0] === 0 ? 1 : 0;
  if (bytes.length - from > SERIAL_BYTES) throw new Error('a serial is too long');
  padded.set(bytes.subarray(from), SERIAL_BYTES - (bytes.length - from));
  return padded;
};

/** The library's own types do not say what a value of each kind holds. @param {any} extension @returns {{ readonly id: string; readonly isCritical: boolean; readonly value: Uint8Array }} */
const extensionOf = ({ valueBlock: { value } }) => {
  const octets = value.at(-1);
  return { id: value[0].valueBlock.toString(), isCritical: value.length === 3 && value[1].valueBlock.value === true, value: Uint8Array.from(octets.valueBlock.valueHexView) };
};

/** @param {any} time */
const timeOf = (time) => {
  const tag = time.idBlock.tagNumber;
  if (tag !== TAG.utcTime && tag !== TAG.generalizedTime) throw new Error('no time');
  return time.toDate().getTime();
};

/** @param {Uint8Array} der */
const tagOf = (der) => ((der[0] ?? 0) & 0xc0 ? -1 : (der[0] ?? 0) & 0x1f);

/** @param {Uint8Array} der */
const isTime = (der) => [TAG.utcTime, TAG.generalizedTime].includes(tagOf(der));

/** The first value of the bytes. @param {Uint8Array} bytes @returns {{ result: any; offset: number }} */
const whole = (bytes, maxContentLength = bytes.length) => {
  const read = fromBER(bytes, { maxContentLength, copyInput: false });
  if (read.offset === -1) throw new Error(read.result.error);
  return read;
};

/** @param {Uint8Array} der */
const parse = (der) => whole(der).result;

/** Read as if it were one value without parts: the library then reads the header, and leaves what is in it alone. @param {Uint8Array} bytes */
const header = (bytes) => {
  const [tag = 0] = bytes;
  bytes[0] = 0x80;
  try {
    return whole(bytes);
  } finally {
    bytes[0] = tag;
  }
};

/** What is in a constructed value. @param {Uint8Array} der @returns {Uint8Array} */
const contentOf = (der) => {
  const { result, offset } = header(der);
  if (offset !== der.length) throw new Error('more than one value');
  return result.valueBlock.valueHexView;
};

/** The values one after the other, DER each. @param {Uint8Array} content */
const elements = (content) => {
  const found = [];
  for (let at = 0; at < content.length; ) {
    const { offset } = header(content.subarray(at));
    found.push(content.subarray(at, at + offset));
    at += offset;
  }
  return found;
};
