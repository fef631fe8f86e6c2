// SPDX-License-Identifier: AGPL-3.0-or-later
import { create } from 'fontkit';
import type { Font } from 'fontkit';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remembering } from './shaped-font';

/** Titillium Web 400 and 600; Roboto Mono for what is compared character by character. */
export type FontName = 'regular' | 'semibold' | 'mono';

export const FONT_NAMES = ['regular', 'semibold', 'mono'] as const satisfies readonly FontName[];

const FILES: Readonly<Record<FontName, string>> = {
  regular: 'TitilliumWeb-Regular.subset.ttf',
  semibold: 'TitilliumWeb-SemiBold.subset.ttf',
  mono: 'RobotoMono-Regular.subset.ttf',
};

const parsed = new Map<FontName, Font>();

/** Parsed once for all documents, which is half of an envelope's time; each document embeds only the letters that it uses. */
export function fontNamed(name: FontName): Font {
  const known = parsed.get(name);
  if (known) return known;
  const font = remembering(create(readFileSync(join(__dirname, '..', 'fonts', FILES[name]))));
  parsed.set(name, font);
  return font;
}
