// SPDX-License-Identifier: AGPL-3.0-or-later
/** `npm start`: installs and builds what is missing, then runs the whole desk against the simulated outside world until Ctrl-C. */
import { fail, onOrphaned, ready, say } from './install/ensure.mjs';

await ready();
const { build } = await import('./build.mjs');
const { openDataFolder } = await import('./stack/data-folder.mjs');
const { startStack } = await import('./stack/stack.mjs');

say('Building what has changed …');
build();

const data = openDataFolder();
const ports = { desk: port('SPORTELLO_PORT', 8480), rehearsal: port('SPORTELLO_REHEARSAL_PORT', 8481), selfCheck: port('SPORTELLO_SELF_CHECK_PORT', 8483) };
/** @type {Awaited<ReturnType<typeof startStack>> | undefined} */
let stack;
let isStopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop());
onOrphaned(() => void stop());

try {
  stack = await startStack({ data, ports, say });
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}
if (stack) {
  const { rehearsalUrl, selfCheckUrl, signIns, approvalCodes, deskUrl, running } = stack;
  process.stdout.write(`\nThe citizen's side of the counter: ${rehearsalUrl}\n`);
  process.stdout.write(`Does my card work? ${selfCheckUrl}  (your browser does not know the demo authority and warns; the citizen's side tries each card there)\n`);
  for (const { username, password, displayName, role, isInTraining } of signIns) process.stdout.write(`Sign-in: ${username} / ${password}  (${displayName}, ${role}${isInTraining ? ' in training' : ''})\n`);
  process.stdout.write(`Approval codes, to finish a card whose station is gone: ${Object.entries(approvalCodes).map(([person, code]) => `${person} ${code}`).join(', ')}\n`);
  process.stdout.write(`Logs and data: ${data.path}\nCtrl-C stops everything and keeps the data.\n\nThe desk: ${deskUrl}\n`);
  for (const program of running) {
    void program.ended.then((code) => {
      if (isStopping) return;
      say(`${program.name} ended by itself (${code}). Its log is in ${data.logs}. Stopping the rest.`);
      void stop(1);
    });
  }
}

/** @param {number} [code] */
async function stop(code = 0) {
  if (isStopping) return;
  isStopping = true;
  say('\nStopping …');
  await stack?.stop();
  process.exit(code);
}

/** @param {string} variable @param {number} usual */
function port(variable, usual) {
  const value = process.env[variable];
  if (value === undefined) return usual;
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > 65535) fail(`${variable} is not a port number.`);
  return number;
}
