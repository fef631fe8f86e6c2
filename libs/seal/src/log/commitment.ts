// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { canonicalJsonBytes, type JsonValue } from '../canonical-json/canonical-json';
import { encodeBase64Url } from '../encoding/base64url';

export const SALT_BYTES = 32;

const PURPOSE = 'sportello-commitment-v1\0';

/**
 * What stands in a row for a personal value: it binds to the value and tells nothing of it to whoever has not the salt. The opening (salt and value) is kept apart and
 * can be erased; the row, its block and all that hangs on them stay as they were.
 *
 * @throws RangeError when the salt is not 32 bytes: a short one would let the value be guessed.
 */
export const commitmentOf = (salt: Uint8Array, value: JsonValue): string => {
  if (salt.length !== SALT_BYTES) throw new RangeError(`a salt has ${SALT_BYTES} bytes`);
  return encodeBase64Url(createHash('sha256').update(PURPOSE).update(salt).update(canonicalJsonBytes(value)).digest());
};
