// SPDX-License-Identifier: AGPL-3.0-or-later
/** Longer than an authority or its list is waited for: who took something and has not kept an answer by then has died. */
export const TURN_MS = 45_000;
