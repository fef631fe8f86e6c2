// SPDX-License-Identifier: AGPL-3.0-or-later
import { UnreadablePaper } from './unreadable-paper';

/** The objects of a PDF (ISO 32000-1 §7.3). Strings stay bytes: what they mean depends on the font. */
export type PdfValue = number | boolean | null | PdfName | PdfBytes | PdfReference | PdfOperator | PdfDictionary | readonly PdfValue[];
export type PdfName = { readonly kind: 'name'; readonly name: string };
export type PdfBytes = { readonly kind: 'bytes'; readonly bytes: Uint8Array };
export type PdfReference = { readonly kind: 'reference'; readonly number: number };
/** A bare word: an operator in a content stream, `obj` or `stream` in a file. */
export type PdfOperator = { readonly kind: 'operator'; readonly word: string };
export type PdfDictionary = { readonly kind: 'dictionary'; readonly entries: ReadonlyMap<string, PdfValue> };

export const isArray = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value);

type Kind = 'name' | 'bytes' | 'reference' | 'operator' | 'dictionary';

const isOfKind = <K extends Kind>(kind: K, value: PdfValue | undefined): value is Extract<PdfValue, { readonly kind: K }> =>
  typeof value === 'object' && value !== null && !isArray(value) && value.kind === kind;

export const isReference = (value: PdfValue | undefined): value is PdfReference => isOfKind('reference', value);
export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => isOfKind('dictionary', value);
export const isOperator = (value: PdfValue | undefined): value is PdfOperator => isOfKind('operator', value);
export const isBytes = (value: PdfValue | undefined): value is PdfBytes => isOfKind('bytes', value);
export const nameOf = (value: PdfValue | undefined): string | undefined => (isOfKind('name', value) ? value.name : undefined);

/** @throws UnreadablePaper when it is no number. */
export const numberOf = (value: PdfValue | undefined): number => {
  if (typeof value !== 'number') throw new UnreadablePaper('a number was expected');
  return value;
};
