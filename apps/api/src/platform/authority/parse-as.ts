// SPDX-License-Identifier: AGPL-3.0-or-later
import { AsnConvert } from '@peculiar/asn1-schema';

/** The DER as what it should be; undefined when it is of another kind: whatever the parser does not like. */
export const parseAs = <Shape>(der: Uint8Array | ArrayBuffer, shape: new () => Shape): Shape | undefined => {
  try {
    return AsnConvert.parse(der, shape);
  } catch {
    return undefined;
  }
};
