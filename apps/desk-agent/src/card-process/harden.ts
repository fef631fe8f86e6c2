// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { Logger } from '../log/logger';

/**
 * The process that holds codes in clear leaves no picture of itself: no diagnostic report, and on Linux no core dump. (The parent starts it without inspector and
 * options from the environment; what the system itself may do, such as swapping, is the installation's to settle.)
 */
export function harden(log: Logger): void {
  process.report.reportOnFatalError = false;
  process.report.reportOnSignal = false;
  process.report.reportOnUncaughtException = false;
  if (process.platform !== 'linux') return;
  if (!noCoreDumpLimits.some(isCoreDumpLimited)) log.warn('core dumps of the card\'s process cannot be forbidden: install util-linux, or start the station where none are made');
  try {
    // Where the limit could not be set: a dump without memory. It still has the registers, and through them any bytes may have been moved last.
    writeFileSync('/proc/self/coredump_filter', '0');
  } catch {
    // A container may forbid it; the codes are no less wiped for that.
    log.debug('the core dump filter cannot be set');
  }
}

/**
 * One byte, not none: below the smallest dump, and the one limit at which the kernel does not call a program to take it either (core(5)). None at all where somebody has
 * forbidden even that byte.
 */
const noCoreDumpLimits = ['1:1', '0:0'] as const;

function isCoreDumpLimited(limit: (typeof noCoreDumpLimits)[number]): boolean {
  try {
    execFileSync('prlimit', ['--pid', String(process.pid), `--core=${limit}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
