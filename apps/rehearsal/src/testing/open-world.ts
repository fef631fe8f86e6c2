// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomInt } from 'node:crypto';
import { prepare } from '../commands/prepare';
import { serve, type Serving } from '../commands/serve';
import { temporaryFolder } from './temporary-folder';

export type OpenWorld = AsyncDisposable & Serving;

/** A whole simulated world on free ports, at this computer's pace, in a folder that goes away with it. */
export const openWorld = async (): Promise<OpenWorld> => {
  const folder = await temporaryFolder();
  const now = (): Date => new Date();
  await prepare(folder.path, now(), randomInt);
  const environment = { DATA_DIR: folder.path, PORT: 0, CARD_SLOT: { kind: 'network' }, CARD_PORT: 0, SECOND_CARD_PORT: 0, PRINTER_PORT: 0, AUTHORITY_PORT: 0, DESK_URL: 'http://localhost:1/', PACE: 'instant', LOG_LEVEL: 'error' } as const;
  const serving = await serve(environment, () => undefined, now);
  return {
    ...serving,
    [Symbol.asyncDispose]: async () => {
      await serving.close();
      await folder[Symbol.asyncDispose]();
    },
  };
};
