// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Waits for `work`, but not longer than the deadline: then `late` is the result, and what the work brings afterwards is dropped. In a process that was kept from running what came
 * in time is found only after the deadline: it is looked for before anything is called late.
 */
export async function withDeadline<T, Late>(work: Promise<T>, deadlineMs: number, late: Late): Promise<T | Late> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<Late>((resolve) => {
    timer = setTimeout(() => setImmediate(() => resolve(late)), deadlineMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
