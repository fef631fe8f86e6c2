// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseArgs } from 'node:util';
import type { DemoEnvironment } from '../process/environment';
import { StartRefusal } from '../process/start-refusal';
import { tellActivationStory } from '../scenario/activation-story';
import { CitizenClient } from '../scenario/citizen-client';
import { StoryBroken } from '../scenario/story-broken';

/** `demo --desk URL --rehearsal URL`: one activation against a stack that runs already. The password comes by the environment, which other users cannot list. */
export const demo = async (args: readonly string[], operator: DemoEnvironment): Promise<void> => {
  const { values } = parseArgs({ args: [...args], options: { desk: { type: 'string' }, rehearsal: { type: 'string' } } });
  const [deskAddress, worldAddress] = [addressOf('--desk', values.desk), addressOf('--rehearsal', values.rehearsal)];
  const tell = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
  const result = await tellActivationStory({
    deskAddress,
    username: operator.DEMO_USERNAME,
    password: operator.DEMO_PASSWORD,
    citizens: new CitizenClient(worldAddress),
    tell,
  });
  process.stdout.write(`${JSON.stringify(result)}\n`);
  if (!result.pinVerifiedOnCard || !result.chipSignatureValid) throw new StoryBroken('The card does not keep what the envelope promises.');
};

const addressOf = (flag: string, value: string | undefined): URL => {
  if (value !== undefined && URL.canParse(value)) return new URL(value);
  throw new StartRefusal(`demo needs ${flag} with an address, such as http://localhost:8480/.`);
};
