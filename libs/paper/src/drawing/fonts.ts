// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Titillium Web 400 and 600; Roboto Mono for what is compared character by character. */
export type FontName = 'regular' | 'semibold' | 'mono';

const folder = join(__dirname, '..', 'fonts');

/** Read once: each document embeds of them only the letters that it uses. */
export const FONT_FILES: Readonly<Record<FontName, Buffer>> = {
  regular: readFileSync(join(folder, 'TitilliumWeb-Regular.subset.ttf')),
  semibold: readFileSync(join(folder, 'TitilliumWeb-SemiBold.subset.ttf')),
  mono: readFileSync(join(folder, 'RobotoMono-Regular.subset.ttf')),
};
