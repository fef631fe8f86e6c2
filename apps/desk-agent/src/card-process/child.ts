// SPDX-License-Identifier: AGPL-3.0-or-later
/** The process that serves one card: the only one in which codes exist in clear. Its parent starts it before the card comes, and the next one when the card has gone. */
import { randomBytes, randomUUID } from 'node:crypto';
import { errorFields } from '../log/error-fields';
import { createLogger } from '../log/logger';
import { systemClock } from '../time/clock';
import { type CardProcess, startCardProcess } from './card-process';
import { harden } from './harden';
import { connectToParent, type IpcChannel } from './parent-link';

/** A native call may hang, and then nothing else ends the process. */
const vanish = (): void => void process.kill(process.pid, 'SIGKILL');

let log = createLogger({ level: 'info', fields: { process: 'card' } });
let serving: CardProcess | undefined;

harden(log);
// The parent decides when this process ends, whatever a terminal sends to both.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('uncaughtException', (error) => {
  log.error('the card\'s process failed in an unforeseen way', errorFields(error));
  vanish();
});

const parent = connectToParent(process as IpcChannel, {
  onGone: vanish,
  onOrder: (order) => {
    if (order.type !== 'start') {
      serving?.take(order);
      return;
    }
    log = createLogger({ level: order.settings.logLevel, fields: { process: 'card' } });
    serving = startCardProcess(order.settings, { parent, log, clock: systemClock, newId: randomUUID, random: (length) => randomBytes(length) });
    void serving.finished.then(() => process.exit(0));
  },
});
