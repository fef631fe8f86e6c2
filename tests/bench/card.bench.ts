// SPDX-License-Identifier: AGPL-3.0-or-later
/** The card's side of an activation: APDUs against the budget, the station's time against the card's own, OpenSC on the same card, and the page. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { benchRecognitionOnPage } from './card/recognition-on-page.ts';

/** A part that reads the workspace's sources, as its tests do. */
function part(name: string): readonly Record<string, unknown>[] {
  const hooks = join(import.meta.dirname, '../../tools/build/from-sources.cjs');
  const { stdout, status } = spawnSync(process.execPath, ['--require', hooks, join(import.meta.dirname, 'card', `${name}.ts`)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  process.stdout.write(stdout);
  if (status !== 0) process.exitCode = 1;
  return stdout.trim().split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>);
}

part('station-on-card');
part('station-and-opensc');
const [floor] = part('reading-floor');
await benchRecognitionOnPage({ apdus: Number(floor?.['apdus']), milliseconds: Number(floor?.['milliseconds']) });
