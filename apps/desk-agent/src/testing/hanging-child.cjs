// SPDX-License-Identifier: AGPL-3.0-or-later
/** A child that says one thing, hangs, and ignores every signal that it can ignore. */
process.on('SIGTERM', () => undefined);
process.send(JSON.parse(process.env.TEST_CHILD_SAYS));
setInterval(() => undefined, 1_000);
