// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomInt } from 'node:crypto';
import { demo } from './commands/demo';
import { demoCard } from './commands/demo-card';
import { prepare } from './commands/prepare';
import { serve } from './commands/serve';
import { plugVirtualCard, readVirtualCardRequest } from './commands/virtual-card';
import { DemoEnvironment, PrepareEnvironment, readEnvironment, ServeEnvironment } from './process/environment';
import { jsonLog } from './process/log';
import { sentenceOf } from './process/sentence-of';
import { StartRefusal } from './process/start-refusal';
import { untilToldToEnd } from './process/until-told-to-end';

const now = (): Date => new Date();
const print = (line: string): void => void process.stdout.write(line);

const commands: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  serve: async () => {
    const environment = readEnvironment(ServeEnvironment, process.env);
    const { close, ...addresses } = await serve(environment, jsonLog(print, now, environment.LOG_LEVEL), now);
    // Whoever started this program waits for the line, whatever the level.
    jsonLog(print, now, 'info')('info', 'ready', addresses);
    await untilToldToEnd();
    await close();
  },
  prepare: async () => {
    const { DATA_DIR } = readEnvironment(PrepareEnvironment, process.env);
    print(`${JSON.stringify(await prepare(DATA_DIR, now(), randomInt))}\n`);
  },
  'virtual-card': (args) => plugVirtualCard(readVirtualCardRequest(args), { now: now(), random: randomInt, print, ended: untilToldToEnd() }),
  'demo-card': (args) => demoCard(args, readEnvironment(DemoEnvironment, process.env), now()),
  demo: (args) => demo(args, readEnvironment(DemoEnvironment, process.env)),
};

const run = async ([name = 'serve', ...args]: readonly string[]): Promise<void> => {
  const command = commands[name];
  if (command === undefined) throw new StartRefusal(`There is no command ${name}: serve, prepare, virtual-card, demo, demo-card.`);
  await command(args);
};

run(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${sentenceOf(error) ?? (error instanceof Error ? error.stack : String(error))}\n`);
    process.exit(1);
  },
);
