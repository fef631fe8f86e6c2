// SPDX-License-Identifier: AGPL-3.0-or-later
import { test } from '@playwright/test';

/** Says what an activation cost the operator's hands, beside the test and in its record. */
export function reportKeystrokes(path: string, keystrokes: number): void {
  test.info().annotations.push({ type: 'keystrokes', description: `${path}: ${String(keystrokes)}` });
  process.stdout.write(`    keystrokes of an ordinary activation, ${path}: ${String(keystrokes)}\n`);
}
