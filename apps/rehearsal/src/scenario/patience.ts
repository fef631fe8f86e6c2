// SPDX-License-Identifier: AGPL-3.0-or-later
/** How long the story waits for anything: whatever takes longer is broken. */
export const patienceMs = 30_000;
