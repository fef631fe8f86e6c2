// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { dataFolderAt } from '../data-folder/data-folder';
import { readJsonIfThere } from '../data-folder/files';
import { SignIn } from '../data-folder/sign-ins';
import { StartRefusal } from '../process/start-refusal';
import { tellActivationStory } from '../scenario/activation-story';
import { CitizenClient } from '../scenario/citizen-client';
import { StoryBroken } from '../scenario/story-broken';

/** `demo --desk URL --rehearsal URL`: one activation against a stack that runs already. The operator's password is read from the data folder, not from the command line. */
export const demo = async (args: readonly string[], dataDir: string): Promise<void> => {
  const { values } = parseArgs({ args: [...args], options: { desk: { type: 'string' }, rehearsal: { type: 'string' } } });
  const [deskAddress, worldAddress] = [addressOf('--desk', values.desk), addressOf('--rehearsal', values.rehearsal)];
  const signIns = await readJsonIfThere(dataFolderAt(dataDir).signIns, z.array(SignIn));
  const operator = signIns?.find(({ roles }) => roles.includes('operator'));
  if (operator === undefined) throw new StartRefusal('DATA_DIR holds no demo sign-ins yet: run `prepare` first.');

  const tell = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
  const result = await tellActivationStory({ deskAddress, ...operator, citizens: new CitizenClient(worldAddress), tell });
  process.stdout.write(`${JSON.stringify(result)}\n`);
  if (!result.pinVerifiedOnCard || !result.chipSignatureValid) throw new StoryBroken('The card does not keep what the envelope promises.');
};

const addressOf = (flag: string, value: string | undefined): URL => {
  if (value !== undefined && URL.canParse(value)) return new URL(value);
  throw new StartRefusal(`demo needs ${flag} with an address, such as http://localhost:8480/.`);
};
