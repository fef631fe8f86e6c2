// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs';
import { stationPidFile } from './stack-addresses';

/** The station's program on the counter's PC. `start-stack.ts` starts it again when it ends, as the system's service manager does on a real PC. */
export const stationProcess = {
  /** It hears nothing and says nothing, and its connections stay open. */
  freeze: () => process.kill(pid(), 'SIGSTOP'),
  thaw: () => process.kill(pid(), 'SIGCONT'),
  /** Without any time to tidy up. */
  kill: () => process.kill(pid(), 'SIGKILL'),
};

function pid(): number {
  return Number(readFileSync(stationPidFile, 'utf8'));
}
