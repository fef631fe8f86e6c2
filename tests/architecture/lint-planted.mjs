// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Lints sources that are not there: reads `{eslint: [{path, text}], folders: [{files: {path: text}}]}` from standard input and prints, for each,
 * the rules that were broken. ESLint gets the text under the path of a real project; dependency-cruiser gets a tree of its own with the same paths.
 */
import { mkdir, mkdtemp, rm, writeFile, copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cruiserConfiguration = createRequire(import.meta.url)('../../.dependency-cruiser.cjs');
const planted = JSON.parse(await new Response(process.stdin).text());

// Types cannot be had for a file that does not exist, so only the rules that need none are asked.
const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] });
const broken = { eslint: [], folders: [] };
for (const { path, text } of planted.eslint) {
  const [result] = await eslint.lintText(text, { filePath: join(root, path) });
  broken.eslint.push((result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message));
}
for (const { files } of planted.folders) broken.folders.push(await cruiseTree(files));
process.stdout.write(JSON.stringify(broken));

async function cruiseTree(files) {
  const tree = await mkdtemp(join(tmpdir(), 'sportello-planted-'));
  try {
    await copyFile(join(root, 'tsconfig.base.json'), join(tree, 'tsconfig.base.json'));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(tree, path)), { recursive: true });
      await writeFile(join(tree, path), text);
    }
    process.chdir(tree);
    const { options, forbidden } = cruiserConfiguration;
    const { output } = await cruise(
      Object.keys(files),
      { ...options, baseDir: tree, validate: true, ruleSet: { forbidden } },
      { ...options.enhancedResolveOptions },
      { tsConfig: extractTSConfig(join(tree, 'tsconfig.base.json')) },
    );
    return output.summary.violations.map(({ rule }) => rule.name);
  } finally {
    process.chdir(root);
    await rm(tree, { recursive: true, force: true });
  }
}
