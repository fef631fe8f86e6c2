// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** One forbidden thing of each sort, planted where it must not be; and its innocent twin, so that a lint which refuses everything is found too. */
interface Planted {
  readonly title: string;
  readonly rule: string;
  readonly path: string;
  readonly text: string;
}

const SPDX = '// SPDX-License-Identifier: AGPL-3.0-or-later\n';
const BOUNDARIES = '@nx/enforce-module-boundaries';

const FORBIDDEN: readonly Planted[] = [
  { title: 'the domain imports no other project', rule: BOUNDARIES, path: 'libs/domain/src/planted.ts', text: `import { Problem } from '@sportello/contracts';\nexport const planted = Problem;\n` },
  { title: 'the domain imports no package', rule: BOUNDARIES, path: 'libs/domain/src/planted.ts', text: `import * as z from 'zod';\nexport const planted = z;\n` },
  { title: 'the page does not import card-io', rule: BOUNDARIES, path: 'apps/desk-ui/src/planted.ts', text: `import { SecretBytes } from '@sportello/card-io';\nexport const planted = SecretBytes;\n` },
  { title: 'the API does not import the IPP client', rule: BOUNDARIES, path: 'apps/api/src/planted.ts', text: `import { createIppClient } from '@sportello/ipp';\nexport const planted = createIppClient;\n` },
  { title: 'the station does not import a web framework', rule: BOUNDARIES, path: 'apps/desk-agent/src/planted.ts', text: `import { Module } from '@nestjs/common';\nexport const planted = Module;\n` },
  { title: 'a feature has no connection of its own', rule: '@typescript-eslint/no-restricted-imports', path: 'apps/api/src/features/cases/planted.ts', text: `import { DataSource } from 'typeorm';\nexport const planted = DataSource;\n` },
  { title: 'the vault does not import the desk’s rules', rule: BOUNDARIES, path: 'apps/vault/src/planted.ts', text: `import { moveCase } from '@sportello/domain';\nexport const planted = moveCase;\n` },
  { title: 'the vault imports no framework', rule: BOUNDARIES, path: 'apps/vault/src/planted.ts', text: `import { Module } from '@nestjs/common';\nexport const planted = Module;\n` },
  { title: 'the domain has no clock', rule: 'no-restricted-properties', path: 'libs/domain/src/planted.ts', text: `export const planted = Date.now();\n` },
  { title: 'the domain makes no instant of its own', rule: 'no-restricted-syntax', path: 'libs/domain/src/planted.ts', text: `export const planted = new Date();\n` },
  { title: 'the domain has no randomness', rule: 'no-restricted-properties', path: 'libs/domain/src/planted.ts', text: `export const planted = Math.random();\n` },
  { title: 'the domain does no I/O', rule: 'no-restricted-globals', path: 'libs/domain/src/planted.ts', text: `export const planted = fetch;\n` },
  { title: 'there is no default export', rule: 'no-restricted-syntax', path: 'libs/seal/src/planted.ts', text: `export default 1;\n` },
  { title: 'an index exports by name', rule: 'no-restricted-syntax', path: 'libs/seal/src/planted.ts', text: `export * from './index';\n` },
  { title: 'there is no enum', rule: 'no-restricted-syntax', path: 'libs/seal/src/planted.ts', text: `export enum Planted { One }\n` },
  { title: 'there is no any', rule: '@typescript-eslint/no-explicit-any', path: 'libs/seal/src/planted.ts', text: `export const planted = (value: any): string => String(value);\n` },
  { title: 'zod is imported as a namespace', rule: 'no-restricted-syntax', path: 'libs/contracts/src/planted.ts', text: `import { z } from 'zod';\nexport const planted = z;\n` },
  { title: 'an empty catch is refused', rule: 'no-empty', path: 'libs/seal/src/planted.ts', text: `try { JSON.parse(''); } catch {}\n` },
];

interface PlantedTree {
  readonly title: string;
  readonly rule: string;
  readonly files: Readonly<Record<string, string>>;
}

const TREES: readonly PlantedTree[] = [
  { title: 'the domain imports nothing of Node', rule: 'browser-safe', files: { 'libs/domain/src/planted.ts': `import { readFileSync } from 'node:fs';\nexport const planted = readFileSync;\n` } },
  { title: 'the product does not import the simulator', rule: 'simulator-stays-outside', files: { 'apps/desk-agent/src/planted.ts': `import { card } from '@sportello/card-io/simulator';\nexport const planted = card;\n`, 'libs/card-io/src/simulator/index.ts': 'export const card = 1;\n' } },
  { title: 'card-io does not lean on its simulator', rule: 'card-io-knows-no-simulator', files: { 'libs/card-io/src/session/planted.ts': `import { card } from '../simulator/index';\nexport const planted = card;\n`, 'libs/card-io/src/simulator/index.ts': 'export const card = 1;\n' } },
  { title: 'the product does not import rehearsal', rule: 'rehearsal-stays-outside', files: { 'apps/api/src/planted.ts': `import { world } from '../../rehearsal/src/world';\nexport const planted = world;\n`, 'apps/rehearsal/src/world.ts': 'export const world = 1;\n' } },
  { title: 'the API does not import the envelope', rule: 'api-sees-no-envelope', files: { 'apps/api/src/planted.ts': `import { renderEnvelope } from '@sportello/paper/envelope';\nexport const planted = renderEnvelope;\n`, 'libs/paper/src/envelope/index.ts': 'export const renderEnvelope = 1;\n' } },
  { title: 'the API sees certificates, not cards', rule: 'api-sees-certificates-only', files: { 'apps/api/src/planted.ts': `import { session } from '@sportello/card-io';\nexport const planted = session;\n`, 'libs/card-io/src/index.ts': 'export const session = 1;\n' } },
  { title: 'features do not import each other', rule: 'features-apart', files: { 'apps/api/src/features/cases/planted.ts': `import { desk } from '../desk/desk';\nexport const planted = desk;\n`, 'apps/api/src/features/desk/desk.ts': 'export const desk = 1;\n' } },
  { title: 'the platform does not know the features', rule: 'platform-below-features', files: { 'apps/api/src/platform/planted.ts': `import { desk } from '../features/desk/desk';\nexport const planted = desk;\n`, 'apps/api/src/features/desk/desk.ts': 'export const desk = 1;\n' } },
  { title: 'the station does not import the printer of rehearsal', rule: 'ipp-server-is-rehearsal', files: { 'apps/desk-agent/src/planted.ts': `import { server } from '@sportello/ipp/server';\nexport const planted = server;\n`, 'libs/ipp/src/server/index.ts': 'export const server = 1;\n' } },
  { title: 'the PC/SC binding is imported in one place', rule: 'one-native-import', files: { 'libs/card-io/src/session/planted.ts': `import * as smartcard from 'smartcard';\nexport const planted = smartcard;\n` } },
  { title: 'zones are read in one place', rule: 'one-mrz-import', files: { 'libs/domain/src/scan/planted.ts': `import { parse } from 'mrz';\nexport const planted = parse;\n` } },
  { title: 'the domain’s main entry carries no reader of zones', rule: 'mrz-stays-apart', files: { 'libs/domain/src/scan/planted.ts': `import { parseMrz } from '../mrz/parse-mrz';\nexport const planted = parseMrz;\n`, 'libs/domain/src/mrz/parse-mrz.ts': 'export const parseMrz = 1;\n' } },
  { title: 'what somebody brought is opened in one place', rule: 'files-are-opened-in-one-place', files: { 'apps/api/src/features/cases/planted.ts': `import sharp from 'sharp';\nexport const planted = sharp;\n` } },
  { title: 'PKCS #11 is spoken in one place', rule: 'one-hsm-import', files: { 'apps/api/src/platform/keys/planted.ts': `import * as pkcs11 from 'pkcs11js';\nexport const planted = pkcs11;\n` } },
  { title: 'the vault does not look into the API', rule: 'vault-stays-small', files: { 'apps/vault/src/planted.ts': `import { keys } from '../../api/src/keys';\nexport const planted = keys;\n`, 'apps/api/src/keys.ts': 'export const keys = 1;\n' } },
  { title: 'the API does not look into the vault', rule: 'nobody-imports-the-vault', files: { 'apps/api/src/planted.ts': `import { keys } from '../../vault/src/keys';\nexport const planted = keys;\n`, 'apps/vault/src/keys.ts': 'export const keys = 1;\n' } },
  { title: 'there is no cycle', rule: 'no-cycles', files: { 'libs/seal/src/one.ts': `import { two } from './two';\nexport const one: number = two;\n`, 'libs/seal/src/two.ts': `import { one } from './one';\nexport const two: number = one;\n` } },
  { title: 'the parent process of the station renders no codes', rule: 'parent-holds-no-codes', files: { 'apps/desk-agent/src/link/planted.ts': `import { renderEnvelope } from '@sportello/paper/envelope';\nexport const planted = renderEnvelope;\n`, 'libs/paper/src/envelope/index.ts': 'export const renderEnvelope = 1;\n' } },
];

const INNOCENT: Planted = { title: '', rule: '', path: 'libs/seal/src/planted.ts', text: `export const planted = 1;\n` };
const INNOCENT_TREE: PlantedTree = { title: '', rule: '', files: { 'apps/desk-agent/src/planted.ts': `import { read } from '@sportello/card-io';\nexport const planted = read;\n`, 'libs/card-io/src/index.ts': 'export const read = 1;\n' } };

interface Broken {
  readonly eslint: readonly (readonly string[])[];
  readonly folders: readonly (readonly string[])[];
}

function lint(): Broken {
  const root = join(__dirname, '..', '..');
  // The project graph is what Nx's rule reads; asking for it makes it.
  execFileSync('nx', ['show', 'projects'], { cwd: root, env: { ...process.env, NODE_OPTIONS: '', NX_DAEMON: 'false' }, stdio: 'ignore' });
  const input = JSON.stringify({
    eslint: [INNOCENT, ...FORBIDDEN].map(({ path, text }) => ({ path, text: SPDX + text })).concat({ path: 'libs/seal/src/planted.ts', text: 'export const planted = 1;\n' }),
    folders: [INNOCENT_TREE, ...TREES].map(({ files }) => ({ files })),
  });
  return JSON.parse(execFileSync(process.execPath, [join(__dirname, 'lint-planted.mjs')], { input, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } })) as Broken;
}

describe('boundaries bite', () => {
  let broken: Broken;
  beforeAll(() => {
    broken = lint();
  }, 120_000);

  it('lets an innocent source pass', () => {
    expect(broken.eslint[0]).toEqual([]);
    expect(broken.folders[0]).toEqual([]);
  });

  it.each(FORBIDDEN.map((planted, index) => ({ ...planted, index })))('$title', ({ rule, index }) => {
    expect(broken.eslint[index + 1]).toContain(rule);
  });

  it('every source file says its licence', () => {
    expect(broken.eslint.at(-1)).toContain('sportello/spdx-header');
  });

  it.each(TREES.map((tree, index) => ({ ...tree, index })))('$title', ({ rule, index }) => {
    expect(broken.folders[index + 1]).toContain(rule);
  });
});
