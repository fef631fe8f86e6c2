// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * `npm run demo`: one card from sign-in to delivered, headless, on free ports and in a folder that goes away; one JSON line on stdout.
 * `--scenario revocation` has the holder call afterwards, with the CIP of the envelope, until the certificate is seen revoked.
 * `--kind KIND` says who comes (`--list` lists them), `--duplicate` has new codes made for a card that is active.
 * `npm run demo -- --reader pcsc …`: the same for a card of one's own in a PC/SC reader of this computer.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ready, root, say } from './install/ensure.mjs';

await ready();
const { build } = await import('./build.mjs');
const { readKinds } = await import('./stack/case-kinds.mjs');
const kinds = await readKinds(process.argv.slice(2));
if (kinds.isListAsked) {
  process.stdout.write(`${kinds.known.join('\n')}\n`);
  process.exit(0);
}
const { readCardAtHand } = await import('./stack/card-at-hand.mjs');
const { openDataFolder } = await import('./stack/data-folder.mjs');
const { startStack } = await import('./stack/stack.mjs');

const atHand = readCardAtHand(process.argv.slice(2));
say('Building what has changed …');
build();
const folder = await mkdtemp(join(tmpdir(), 'sportello-demo-'));
/** @type {Awaited<ReturnType<typeof startStack>> | undefined} */
let stack;
let code = 1;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void leave(1));

try {
  stack = await startStack({ data: openDataFolder(folder), atHand, say });
  code = await drive(stack);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
}
await leave(code);

/** The scenario is rehearsal's: it acts through the public API, as an operator and as a citizen would. @param {Awaited<ReturnType<typeof startStack>>} running */
function drive({ deskUrl, rehearsalUrl, signIns, station, listInactive }) {
  const operator = signIns.find(({ role }) => role === 'operator');
  const supervisor = signIns.find(({ role }) => role === 'supervisor');
  const helpDesk = signIns.find(({ role }) => role === 'help-desk');
  if (!operator || !supervisor || !helpDesk) throw new Error('the demo has no operator, no supervisor or no help desk');
  const driver = spawn(process.execPath, [join(root, 'apps/rehearsal/dist/main.js'), ...scenario(), '--desk', deskUrl, '--rehearsal', rehearsalUrl], {
    // Whoever holds an envelope of paper types what is printed outside it.
    stdio: [atHand?.printer ? 'inherit' : 'ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      DEMO_USERNAME: operator.username,
      DEMO_PASSWORD: operator.password,
      DEMO_SUPERVISOR_USERNAME: supervisor.username,
      DEMO_SUPERVISOR_PASSWORD: supervisor.password,
      DEMO_HELP_DESK_USERNAME: helpDesk.username,
      DEMO_HELP_DESK_PASSWORD: helpDesk.password,
    },
  });
  driver.on('message', (/** @type {{ errand: 'list-inactive', idCarta: string } | { errand: 'stop-station' }} */ message) => {
    const done = message.errand === 'list-inactive' ? listInactive(message.idCarta) : station.stop();
    // What the driver does not hear of it cannot go on with: it is ended, and the folder with the card's papers goes.
    done.then(() => driver.send('done')).catch((/** @type {unknown} */ error) => {
      say(error instanceof Error ? error.message : String(error));
      driver.kill();
    });
  });
  return new Promise((resolve) => driver.once('exit', (status) => resolve(status ?? 1)));
}

function scenario() {
  if (!atHand) return ['demo', ...process.argv.slice(2)];
  const { authority, readerName, printer } = atHand;
  return ['demo-card', '--method', authority.method, ...(readerName ? ['--reader-name', readerName] : []), ...(printer ? ['--on-paper'] : [])];
}

/** @param {number} status */
async function leave(status) {
  try {
    await stack?.stop();
  } finally {
    await rm(folder, { recursive: true, force: true });
    process.exit(status);
  }
}
