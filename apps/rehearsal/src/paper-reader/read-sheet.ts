// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseFormNumber, parseOuterCode } from '@sportello/domain';
import { textsOf, type Paper, type TextRun } from './paper';

/** What anybody sees who takes the sheet from the tray. */
export type SheetOutside =
  | { readonly kind: 'envelope'; readonly controlNumber: string; readonly recipient: string; readonly outerCode: string }
  | { readonly kind: 'form'; readonly formNumber: string; readonly title: string }
  | { readonly kind: 'other' };

/** What only the person sees who lifts the label. */
export type EnvelopeCodes = { readonly pin: string; readonly puk: string; readonly cip: string };

/** Reads a sheet by what is printed on its first side. */
export const readOutside = ({ pages: [front] }: Paper): SheetOutside => {
  const texts = textsOf(front);
  for (const { text } of texts) {
    const outerCode = parseOuterCode(text);
    if (outerCode.ok) {
      const { value, controlNumber } = outerCode.value;
      return { kind: 'envelope', controlNumber, outerCode: value, recipient: headlineOf(texts) };
    }
  }
  for (const { text } of texts) {
    const formNumber = parseFormNumber(text);
    if (formNumber.ok) return { kind: 'form', formNumber: formNumber.value.value, title: headlineOf(texts) };
  }
  return { kind: 'other' };
};

/** The codes under the label, or undefined when the sheet does not show all three. */
export const readInside = ({ pages: [, inside] }: Paper): EnvelopeCodes | undefined => {
  const [pin, puk, cip] = ['PIN', 'PUK', 'CIP'].map((name) => codeBeside(name, textsOf(inside)));
  return pin === undefined || puk === undefined || cip === undefined ? undefined : { pin, puk, cip };
};

/** The largest words on the sheet. */
const headlineOf = (texts: readonly TextRun[]): string => {
  const words = texts.filter(({ text }) => /\p{L}/u.test(text));
  const size = Math.max(...words.map((run) => run.size));
  return words
    .filter((run) => run.size === size)
    .map(({ text }) => text.trim())
    .join(' ');
};

/** Digits in large type on the line of the code's name: they may stand one by one, with gaps between. */
const codeBeside = (name: string, texts: readonly TextRun[]): string | undefined => {
  const label = texts.find(({ text }) => text.trim() === name);
  if (label === undefined) return undefined;
  const beside = texts.filter(({ text, x, y, size }) => /^[\dA-Z]+$/.test(text.trim()) && x > label.x && size > label.size && Math.abs(y - label.y) < size / 2);
  const code = [...beside].sort((a, b) => a.x - b.x).map(({ text }) => text.trim()).join('');
  return code === '' ? undefined : code;
};
