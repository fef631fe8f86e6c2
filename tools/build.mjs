// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm run build [-- PROJECT …]`: builds the named projects (all by default); what did not change comes from Nx's cache. */
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { fail, ownPath, ready, root, say } from './install/ensure.mjs';

/**
 * Nx may put back what has not changed, file by file: what was built is not built again by a program that starts under one that built it and whose other programs read it.
 * @param {readonly string[]} projects names without the scope; none = all
 */
export function build(projects = []) {
  if (process.env['SPORTELLO_IS_BUILT'] !== undefined) return;
  const chosen = projects.length ? ['-p', projects.map((name) => `@sportello/${name}`).join(',')] : [];
  const { status, stdout, stderr } = spawnSync('nx', ['run-many', '-t', 'build', ...chosen, '--outputStyle=static'], {
    cwd: root,
    env: { ...ownPath(), NX_DAEMON: 'false', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  say(`${stdout}${stderr}`);
  fail('The build failed: its messages are above.');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await ready();
  say('Building …');
  build(process.argv.slice(2));
}
