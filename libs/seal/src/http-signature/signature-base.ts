// SPDX-License-Identifier: AGPL-3.0-or-later
import { type SignatureParameters, writeParameters } from './signature-fields';

/** The name of what a signature covers, as it is written in the signature base (`"@method"`), and its value. */
export type CoveredComponent = readonly [name: string, value: string];

/** The bytes that are signed (RFC 9421 §2.5): a line for each component, then the parameters. */
export const signatureBase = (components: readonly CoveredComponent[], parameters: SignatureParameters): Uint8Array => {
  const lines = components.map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([...lines, `"@signature-params": ${writeParameters(parameters)}`].join('\n'), 'utf8');
};
