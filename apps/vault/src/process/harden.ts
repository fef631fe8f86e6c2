// SPDX-License-Identifier: AGPL-3.0-or-later
import { writeFileSync } from 'node:fs';
import type { Log } from './logger';
import { errorCode } from './error-code';

/** Codes pass through this process: it leaves no diagnostic report, and on Linux a core dump without any memory in it (core(5)). */
export function harden(log: Log): void {
  process.report.reportOnFatalError = false;
  process.report.reportOnSignal = false;
  process.report.reportOnUncaughtException = false;
  if (process.platform !== 'linux') return;
  try {
    writeFileSync('/proc/self/coredump_filter', '0');
  } catch (error) {
    // A container may forbid it: then the system's own settings have to.
    log('warn', 'the core dump filter cannot be set', { because: errorCode(error) });
  }
}
