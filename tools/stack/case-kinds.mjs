// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who may come, as `npm run demo` asks and lists: the domain's own list, which is built for it without a word. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from '../build.mjs';
import { root, say } from '../install/ensure.mjs';

/** Not a kind of case: as other programs say of a bad argument. */
const BAD_ARGUMENT = 2;

/**
 * Ends the program when `--kind` names nobody.
 * @param {readonly string[]} args
 * @returns {Promise<{ isListAsked: boolean, known: readonly string[] }>}
 */
export async function readKinds(args) {
  const isListAsked = args.includes('--list');
  const named = args.flatMap((arg, index) => (arg === '--kind' ? [args[index + 1] ?? ''] : arg.startsWith('--kind=') ? [arg.slice('--kind='.length)] : []));
  if (!isListAsked && named.length === 0) return { isListAsked, known: [] };
  build(['domain']);
  const require = createRequire(import.meta.url);
  /** @type {readonly string[]} */
  const known = require(join(root, 'libs', 'domain', 'dist', 'index.js')).CASE_KINDS;
  const stranger = named.find((kind) => !known.includes(kind));
  if (stranger !== undefined) {
    say(`There is no kind of case called "${stranger}". Choose one of: ${known.join(', ')}.`);
    process.exit(BAD_ARGUMENT);
  }
  return { isListAsked, known };
}
