// SPDX-License-Identifier: AGPL-3.0-or-later
import { LogVerifier } from '@sportello/seal/verify';
import { type Missed, tamper, verifyWhole } from './tamper';

const MUTATIONS = 600;

describe('a log that was tampered with', () => {
  it('is found, every time and where it was done, and one that was not is never suspected', async () => {
    const missed: Missed[] = [];
    expect(await tamper(MUTATIONS, 'npm test', verifyWhole, (each) => missed.push(each))).toEqual({ mutations: MUTATIONS, found: MUTATIONS, falseAlarms: 0 });
    expect(missed).toEqual([]);
  });

  it('would pass a verifier that is not told the key, nor any head: the proof can fail', async () => {
    const names = new Set<string>();
    const blind = (text: string) => {
      const verifier = new LogVerifier();
      for (const line of text.split('\n').slice(0, -1)) if (!verifier.read(Buffer.from(line))) break;
      return verifier.end();
    };
    const tally = await tamper(MUTATIONS, 'blind', blind, ({ name }) => names.add(name));
    expect(tally.found).toBeLessThan(MUTATIONS);
    expect([...names]).toEqual(expect.arrayContaining(['re-seal with another key', 're-seal under another installation']));
  });

  it('raises an alarm by a verifier that believes nothing, and it is counted as false', async () => {
    const nothing = () => ({ kind: 'lie', lie: { kind: 'not-a-log', line: 1, block: null, row: null } }) as const;
    expect((await tamper(40, 'suspicious', nothing, () => undefined)).falseAlarms).toBeGreaterThan(0);
  });
});
