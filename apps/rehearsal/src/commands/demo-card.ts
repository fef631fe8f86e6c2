// SPDX-License-Identifier: AGPL-3.0-or-later
import { localDateAt } from '@sportello/domain';
import { parseArgs } from 'node:util';
import { lookThroughPcsc } from '../home/look-through-pcsc';
import type { DemoEnvironment } from '../process/environment';
import { StartRefusal } from '../process/start-refusal';
import { backOfficeOverIpc } from '../scenario/back-office';
import { tellCardAtHandStory } from '../scenario/card-at-hand-story';
import { CitizenClient } from '../scenario/citizen-client';
import { askOuterCode } from '../scenario/outer-code';
import { StoryBroken } from '../scenario/story-broken';
import { addressOf, methodOf } from './demo';

/**
 * `demo-card --desk URL --rehearsal URL --method METHOD [--reader-name NAME] [--on-paper]`: the activation of the card in the station's PC/SC reader, against a
 * stack that was started for it and by the program that started the stack (npm run demo -- --reader pcsc).
 */
export const demoCard = async (args: readonly string[], operator: DemoEnvironment, now: Date): Promise<void> => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...args], options: { desk: text, rehearsal: text, method: text, 'reader-name': text, 'on-paper': { type: 'boolean' } } });
  const [method, backOffice] = [methodOf(values.method), backOfficeOverIpc()];
  if (method === undefined || backOffice === undefined) throw new StartRefusal('demo-card is started by npm run demo -- --reader pcsc.');
  const result = await tellCardAtHandStory({
    deskAddress: addressOf('--desk', values.desk),
    username: operator.DEMO_USERNAME,
    password: operator.DEMO_PASSWORD,
    method,
    today: localDateAt(now),
    citizens: new CitizenClient(addressOf('--rehearsal', values.rehearsal)),
    backOffice,
    askOuterCode: values['on-paper'] === true ? askOuterCode : undefined,
    lookAtCard: (pin) => lookThroughPcsc(values['reader-name'], pin),
    tell: (sentence) => void process.stderr.write(`${sentence}\n`),
  });
  process.stdout.write(`${JSON.stringify(result)}\n`);
  if (result.state === 'refused') throw new StoryBroken(`The desk does not activate this card: ${result.reason}.`);
  if (result.pinVerifiedOnCard === false || result.chipSignatureValid === false) throw new StoryBroken('The card does not keep what the envelope promises.');
};
