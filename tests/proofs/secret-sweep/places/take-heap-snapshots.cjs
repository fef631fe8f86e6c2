// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Preloaded by NODE_OPTIONS into the programs that the sweep starts: on SIGUSR2 the process writes its heap into HEAP_SNAPSHOT_DIR. The product has no such switch,
 * and a card's process never inherits NODE_OPTIONS. Strings are written whole: V8 would cut them at 1,024 characters.
 */
const { renameSync } = require('node:fs');
const { join } = require('node:path');
const { setFlagsFromString, writeHeapSnapshot } = require('node:v8');

setFlagsFromString('--heap-snapshot-string-limit=1073741823');
process.on('SIGUSR2', () => {
  const path = join(process.env.HEAP_SNAPSHOT_DIR ?? '', `${process.pid}.heapsnapshot`);
  renameSync(writeHeapSnapshot(`${path}.part`), path);
});
