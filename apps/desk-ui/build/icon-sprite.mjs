// SPDX-License-Identifier: AGPL-3.0-or-later
// Gathers the icons in use from Bootstrap Italia's drawings (BSD-3-Clause) into one small sprite of the built page.
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ICON_NAMES } from '../src/ui/icon/icon-names.ts';

const drawings = new URL('../../../node_modules/bootstrap-italia/src/svg/', import.meta.url);
const sprite = new URL('../dist/browser/sprites/icons.svg', import.meta.url);

const symbols = await Promise.all(
  ICON_NAMES.map(async (name) => {
    const svg = await readFile(new URL(`${name}.svg`, drawings), 'utf8');
    const found = /<svg[^>]*viewBox="(?<box>[^"]+)"[^>]*>(?<body>[\s\S]*)<\/svg>/.exec(svg)?.groups;
    if (!found) throw new Error(`${name}.svg is not drawn as expected`);
    return `<symbol id="${name}" viewBox="${found.box}">${found.body.replace(/>\s+</g, '><').replace(/\s+/g, ' ').trim()}</symbol>`;
  }),
);

await writeFile(sprite, `<svg xmlns="http://www.w3.org/2000/svg" fill="currentColor">${symbols.join('')}</svg>\n`);
process.stdout.write(`${ICON_NAMES.length} icons in ${fileURLToPath(sprite)}\n`);
