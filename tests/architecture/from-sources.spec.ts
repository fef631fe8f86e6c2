// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '../..');
const run = promisify(execFile);

describe('a program that is run from its sources', () => {
  let folder: string;
  let program: string;
  let script: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'from-sources-'));
    program = join(folder, 'program.ts');
    script = join(root, 'node_modules/.cache/sportello-from-sources', `${createHash('sha256').update(program).digest('hex')}.js`);
    await writeFile(program, 'import { said } from \'./said\';\nimport { CASE_KINDS } from \'@sportello/domain\';\nprocess.stdout.write(JSON.stringify([said as string, CASE_KINDS.includes(\'holder\'), __filename, process.argv.slice(2)]));\n');
    await say('first');
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
    await rm(script, { force: true });
  });

  const say = (what: string): Promise<void> => writeFile(join(folder, 'said.ts'), `export const said = '${what}';\n`);
  const told = async (): Promise<unknown> => JSON.parse((await run(process.execPath, ['--require', join(root, 'tools/build/from-sources.cjs'), program, 'now'], { env: { PATH: process.env['PATH'] } })).stdout);

  it('does what they say, and is where its source is', async () => {
    expect(await told()).toEqual(['first', true, program, ['now']]);
  });

  it('is linked once, and anew when a source that it loads has changed', async () => {
    await told();
    const made = await stat(script);
    await told();
    expect((await stat(script)).ctimeMs).toBe(made.ctimeMs);
    await say('other');
    expect(await told()).toEqual(['other', true, program, ['now']]);
  });
});
