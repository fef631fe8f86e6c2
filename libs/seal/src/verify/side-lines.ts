// SPDX-License-Identifier: AGPL-3.0-or-later
import { decodeBase64Url } from '../encoding/base64url';
import { commitmentOf, SALT_BYTES } from '../log/commitment';
import { type Countersignature, HEAD_PURPOSE, type Opening, type Stamp } from '../log/export-lines';
import { verifyDocument } from '../signing/sign-document';

/** Whether a time stamp's signature holds; undefined: nobody can tell here. */
export type StampJudge = (stamp: Stamp) => boolean | undefined;

/** Whether the opening is of a field that the row commits to, and of the very value. */
export const isOpeningOf = ({ field, salt, value }: Opening, row: Readonly<Record<string, unknown>>): 'right' | 'wrong' | 'nothing' => {
  const personal = row['personal'];
  if (typeof personal !== 'object' || personal === null || !Object.hasOwn(personal, field)) return 'nothing';
  const bytes = decodeBase64Url(salt);
  if (bytes?.length !== SALT_BYTES) return 'wrong';
  return commitmentOf(bytes, value) === (personal as Readonly<Record<string, unknown>>)[field] ? 'right' : 'wrong';
};

/** Whether the station's key signed this head. That the key is the station's is its enrolment's to say: the export's reader compares the key. */
export const isCountersigned = ({ head, station, publicKey, signature }: Countersignature): boolean => verifyDocument({ head, station }, signature, { purpose: HEAD_PURPOSE, publicKey });
