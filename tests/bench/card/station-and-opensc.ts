// SPDX-License-Identifier: AGPL-3.0-or-later
/** The same acts on the same card by our station and by OpenSC's tools, in a PC/SC of their own; not run where that cannot be. */
import { once } from 'node:events';
import { join } from 'node:path';
import { obstacleToPcsc, startPcscNamespace, typescript } from '../../support/pcsc/pcsc-namespace';
import { report } from '../measure';

const main = async (): Promise<void> => {
  const obstacle = obstacleToPcsc();
  if (obstacle !== undefined) {
    report('card-opensc', { skipped: obstacle });
    return;
  }
  const namespace = await startPcscNamespace();
  try {
    const inside = namespace.spawn(typescript(join(__dirname, 'inside-namespace.ts'), String(namespace.vpcdPort)));
    inside.stdin.end();
    inside.stdout.pipe(process.stdout);
    inside.stderr.pipe(process.stderr);
    const [code] = (await once(inside, 'close')) as [number | null];
    process.exitCode = code ?? 1;
  } finally {
    await namespace.stop();
  }
};

void main();
