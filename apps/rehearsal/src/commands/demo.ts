// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseArgs } from 'node:util';
import { activationMethods, type ActivationMethod } from '@sportello/card-io/issuer';
import { cardModelNames } from '@sportello/card-io/simulator';
import { CASE_KINDS, type CaseKind } from '@sportello/domain';
import type { DemoEnvironment } from '../process/environment';
import { StartRefusal } from '../process/start-refusal';
import { WRITING_TEAR_POINTS, type WritingTearPoint } from '../reader/tear-points';
import { tellActivationStory, type StoryOptions } from '../scenario/activation-story';
import type { Credentials } from '../scenario/approve-case';
import { CitizenClient } from '../scenario/citizen-client';
import { tellRevocationStory } from '../scenario/revocation-story';
import { StoryBroken } from '../scenario/story-broken';

const SCENARIOS = ['activation', 'revocation'] as const;
type Scenario = (typeof SCENARIOS)[number];

/**
 * `demo --desk URL --rehearsal URL [--type ST2021] [--method issuer-auth] [--tear POINT] [--kind KIND] [--duplicate] [--scenario revocation [--patience SECONDS]]`: one activation, or duplicate of codes, against a stack that runs already; and, where asked, a
 * call afterwards that has the certificate revoked. Passwords come by the environment, which other users cannot list.
 */
export const demo = async (args: readonly string[], operator: DemoEnvironment): Promise<void> => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...args], options: { desk: text, rehearsal: text, type: text, method: text, tear: text, kind: text, scenario: text, patience: text, duplicate: { type: 'boolean' } } });
  const [deskAddress, worldAddress] = [addressOf('--desk', values.desk), addressOf('--rehearsal', values.rehearsal)];
  const tell = (sentence: string): void => void process.stderr.write(`${sentence}\n`);
  const scenario = scenarioOf(values.scenario);
  const patienceMs = patienceOf(values.patience, scenario);
  const kind = kindOf(values.kind);
  if (scenario === 'revocation' && kind !== undefined && kind !== 'holder') throw new StartRefusal('In the scenario of a revocation the holder comes and calls: leave --kind out.');
  const options: StoryOptions = {
    deskAddress,
    username: operator.DEMO_USERNAME,
    password: operator.DEMO_PASSWORD,
    supervisor: credentialsOf(operator.DEMO_SUPERVISOR_USERNAME, operator.DEMO_SUPERVISOR_PASSWORD),
    kind,
    isDuplicate: values.duplicate,
    cardType: cardTypeOf(values.type),
    method: methodOf(values.method),
    tearAt: tearPointOf(values.tear),
    citizens: new CitizenClient(worldAddress),
    tell,
  };
  if (scenario === 'revocation') {
    print(await tellRevocationStory({ ...options, helpDesk: credentialsOf(operator.DEMO_HELP_DESK_USERNAME, operator.DEMO_HELP_DESK_PASSWORD), patienceMs }));
    return;
  }
  const result = await tellActivationStory(options);
  print(result);
  if (!result.pinVerifiedOnCard || !result.chipSignatureValid) throw new StoryBroken('The card does not keep what the envelope promises.');
};

const print = (result: object): void => void process.stdout.write(`${JSON.stringify(result)}\n`);

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

const scenarioOf = (value = 'activation'): Scenario => {
  const scenario = SCENARIOS.find((known) => known === value);
  if (scenario === undefined) throw new StartRefusal(`--scenario takes one of ${SCENARIOS.join(', ')}.`);
  return scenario;
};

const patienceOf = (value: string | undefined, scenario: Scenario): number | undefined => {
  if (value === undefined) return undefined;
  if (scenario !== 'revocation' || !/^[1-9]\d{0,4}$/.test(value)) throw new StartRefusal('--patience takes whole seconds, in the scenario of a revocation: how long the certificate may take to be seen revoked.');
  return Number(value) * 1_000;
};

const credentialsOf = (username: string | undefined, password: string | undefined): Credentials | undefined => (username === undefined || password === undefined ? undefined : { username, password });

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
