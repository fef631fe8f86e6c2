// SPDX-License-Identifier: AGPL-3.0-or-later

/** Median and 95th percentile, in milliseconds. */
export interface Timing {
  readonly median: number;
  readonly p95: number;
}

/** Runs the work `rounds` times after `warmUp` rounds that do not count. */
export async function time(work: () => Promise<unknown>, rounds: number, warmUp = Math.ceil(rounds / 10)): Promise<Timing> {
  const taken: number[] = [];
  for (let round = -warmUp; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    if (round >= 0) taken.push(performance.now() - start);
  }
  taken.sort((one, other) => one - other);
  const at = (share: number): number => rounded(taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? Number.NaN);
  return { median: at(0.5), p95: at(0.95) };
}

export function rounded(value: number, digits = 3): number {
  return Number(value.toFixed(digits));
}

/** One JSON line on standard output: the figure, what it is held against, and their ratio. */
export function report(bench: string, row: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify({ bench, ...row })}\n`);
}
