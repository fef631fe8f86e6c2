// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseArgs } from 'node:util';
import { activationMethods, type ActivationMethod } from '@sportello/card-io/issuer';
import { cardModelNames } from '@sportello/card-io/simulator';
import { CASE_KINDS, type CaseKind } from '@sportello/domain';
import type { DemoEnvironment } from '../process/environment';
import { StartRefusal } from '../process/start-refusal';
import { WRITING_TEAR_POINTS, type WritingTearPoint } from '../reader/tear-points';
import { tellActivationStory } from '../scenario/activation-story';
import type { Credentials } from '../scenario/approve-case';
import { CitizenClient } from '../scenario/citizen-client';
import { StoryBroken } from '../scenario/story-broken';

/**
 * `demo --desk URL --rehearsal URL [--type ST2021] [--method issuer-auth] [--tear POINT] [--kind KIND] [--duplicate]`: one activation, or duplicate of codes, against a stack that runs already. The password comes by the environment,
 * which other users cannot list.
 */
export const demo = async (args: readonly string[], operator: DemoEnvironment): Promise<void> => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...args], options: { desk: text, rehearsal: text, type: text, method: text, tear: text, kind: text, duplicate: { type: 'boolean' } } });
  const [deskAddress, worldAddress] = [addressOf('--desk', values.desk), addressOf('--rehearsal', values.rehearsal)];
  const tell = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
  const result = await tellActivationStory({
    deskAddress,
    username: operator.DEMO_USERNAME,
    password: operator.DEMO_PASSWORD,
    supervisor: supervisorOf(operator),
    kind: kindOf(values.kind),
    isDuplicate: values.duplicate,
    cardType: cardTypeOf(values.type),
    method: methodOf(values.method),
    tearAt: tearPointOf(values.tear),
    citizens: new CitizenClient(worldAddress),
    tell,
  });
  process.stdout.write(`${JSON.stringify(result)}\n`);
  if (!result.pinVerifiedOnCard || !result.chipSignatureValid) throw new StoryBroken('The card does not keep what the envelope promises.');
};

export const addressOf = (flag: string, value: string | undefined): URL => {
  if (value !== undefined && URL.canParse(value)) return new URL(value);
  throw new StartRefusal(`demo needs ${flag} with an address, such as http://localhost:8480/.`);
};

const kindOf = (value: string | undefined): CaseKind | undefined => {
  if (value === undefined) return undefined;
  const kind = CASE_KINDS.find((known) => known === value);
  if (kind === undefined) throw new StartRefusal(`--kind takes one of ${CASE_KINDS.join(', ')}.`);
  return kind;
};

const supervisorOf = ({ DEMO_SUPERVISOR_USERNAME: username, DEMO_SUPERVISOR_PASSWORD: password }: DemoEnvironment): Credentials | undefined =>
  username === undefined || password === undefined ? undefined : { username, password };

const cardTypeOf = (value: string | undefined): string | undefined => {
  if (value === undefined || cardModelNames.some((name) => name === value)) return value;
  throw new StartRefusal(`--type takes one of ${cardModelNames.join(', ')}.`);
};

export const methodOf = (value: string | undefined): ActivationMethod | undefined => {
  if (value === undefined) return undefined;
  const method = activationMethods.find((known) => known === value);
  if (method === undefined) throw new StartRefusal(`--method takes one of ${activationMethods.join(', ')}.`);
  return method;
};

const tearPointOf = (value: string | undefined): WritingTearPoint | undefined => {
  if (value === undefined) return undefined;
  const point = WRITING_TEAR_POINTS.find((known) => known === value);
  if (point === undefined) throw new StartRefusal(`--tear takes one of ${WRITING_TEAR_POINTS.join(', ')}.`);
  return point;
};
