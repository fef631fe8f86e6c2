// SPDX-License-Identifier: AGPL-3.0-or-later
import { writeFileSync } from 'node:fs';
import type { Logger } from '../log/logger';

/**
 * The process that holds codes in clear leaves no picture of its memory: no diagnostic report, and on Linux a core dump without any memory in it. (The parent
 * starts it without inspector and options from the environment; what the system itself may do, such as swapping, is the installation's to settle.)
 */
export function harden(log: Logger): void {
  process.report.reportOnFatalError = false;
  process.report.reportOnSignal = false;
  process.report.reportOnUncaughtException = false;
  if (process.platform !== 'linux') return;
  try {
    writeFileSync('/proc/self/coredump_filter', '0');
  } catch {
    // A container may forbid it; the codes are no less wiped for that.
    log.debug('the core dump filter cannot be set');
  }
}
