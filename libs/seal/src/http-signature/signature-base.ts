// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Component, type SignatureParameters, writeParameters } from './signature-fields';

/** A covered component and its value, in the order in which they are signed. */
export type CoveredComponent = readonly [component: Component, value: string];

/** The bytes that are signed (RFC 9421 §2.5): a line for each component, then the parameters. */
export const signatureBase = (covered: readonly CoveredComponent[], parameters: Omit<SignatureParameters, 'components'>): Uint8Array => {
  const lines = covered.map(([component, value]) => `${component}: ${value}`);
  return Buffer.from([...lines, `"@signature-params": ${writeParameters({ ...parameters, components: covered.map(([component]) => component) })}`].join('\n'), 'utf8');
};
