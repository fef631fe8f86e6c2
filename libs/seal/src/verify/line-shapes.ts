// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JsonValue } from '../canonical-json/canonical-json';
import { BLOCK_VERSION, type Head, type SignedBlock } from '../log/block';
import { type Countersignature, EXPORT_FORMAT, type LogTitle, type Opening, type Stamp } from '../log/export-lines';
import { isLogPublicKey } from '../log/log-key';

/** What a line holds, judged before it is used: the verifier brings no schema library along. */

export const isLogTitle = (value: JsonValue): value is LogTitle =>
  hasOnly(value, ['format', 'installation', 'name', 'firstBlock', 'key']) &&
  value['format'] === EXPORT_FORMAT &&
  areTexts(value, ['installation', 'name', 'key']) &&
  isCount(value['firstBlock']) &&
  isKey(value['key']);

export const isSignedBlock = (value: JsonValue): value is SignedBlock => {
  if (!hasOnly(value, ['header', 'signature']) || typeof value['signature'] !== 'string') return false;
  const header = value['header'] as JsonValue;
  return (
    hasOnly(header, ['version', 'installation', 'log', 'number', 'previous', 'firstRow', 'rows', 'root', 'sealedAt', 'keyId', 'nextKey']) &&
    header['version'] === BLOCK_VERSION &&
    areTexts(header, ['installation', 'log', 'previous', 'root', 'sealedAt', 'keyId']) &&
    isCount(header['number']) &&
    isCount(header['rows']) &&
    Number.isSafeInteger(header['firstRow']) &&
    (header['nextKey'] === null || isKey(header['nextKey']))
  );
};

export const isHead = (value: unknown): value is Head => {
  const head = value as JsonValue;
  return hasOnly(head, ['installation', 'log', 'number', 'hash', 'rows']) && areTexts(head, ['installation', 'log', 'hash']) && isCount(head['number']) && isCount(head['rows']);
};

export const isOpening = (value: JsonValue): value is Opening => hasOnly(value, ['row', 'field', 'salt', 'value']) && areTexts(value, ['row', 'field', 'salt']);

export const isCountersignature = (value: JsonValue): value is Countersignature =>
  hasOnly(value, ['head', 'station', 'publicKey', 'signature']) && areTexts(value, ['station', 'publicKey', 'signature']) && isHead(value['head']);

export const isStamp = (value: JsonValue): value is Stamp => hasOnly(value, ['number', 'hash', 'token']) && areTexts(value, ['hash', 'token']) && isCount(value['number']);

const hasOnly = (value: JsonValue | undefined, names: readonly string[]): value is { readonly [name: string]: JsonValue } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === names.length && names.every((name) => Object.hasOwn(value, name));

const areTexts = (value: { readonly [name: string]: JsonValue }, names: readonly string[]): boolean => names.every((name) => typeof value[name] === 'string');

const isKey = (value: JsonValue | undefined): boolean => typeof value === 'string' && isLogPublicKey(value);

const isCount = (value: JsonValue | undefined): boolean => Number.isSafeInteger(value) && Number(value) > 0;
