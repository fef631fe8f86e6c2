// SPDX-License-Identifier: AGPL-3.0-or-later

/** Resolves at Ctrl-C, at a termination signal, or when the program that started this one is gone. */
export function untilToldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
    if (process.channel !== undefined) process.once('disconnect', () => resolve());
  });
}
