// SPDX-License-Identifier: AGPL-3.0-or-later
/** A child that says a thing, or several one after the other, hangs, and ignores every signal that it can ignore. */
process.on('SIGTERM', () => undefined);
const says = JSON.parse(process.env.TEST_CHILD_SAYS);
for (const message of Array.isArray(says) ? says : [says]) process.send(message);
setInterval(() => undefined, 1_000);
