// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from 'fast-check';
import { DeskOfOne } from '../../testing/desk-of-one';
import { issueSample, sampleCard, sampleCodes } from '../../testing/sample-card';
import { scriptedConnection } from '../../testing/scripted-connection';
import { SecretBytes } from '../bytes/secret-bytes';
import { CardSession } from '../session/card-session';
import { freshCodes } from '../simulator';
import { writeTransportCodes } from './write-transport-codes';
import type { Issuance } from '../../testing/sample-card';
import type { Tear } from '../simulator';
import type { TransportCodesOutcome, TransportCodesWriting } from './write-transport-codes';

let issuance: Issuance;
beforeAll(async () => {
  issuance = await issueSample();
});

const written = { pin: sampleCodes.newPin, puk: sampleCodes.newPuk, pinTriesLeft: 3, pukTriesLeft: 10, issuerTriesLeft: 5 };

async function scripted(answers: readonly string[], resumption: Partial<TransportCodesWriting> = {}) {
  const connection = scriptedConnection(...answers);
  const events: string[] = [];
  const outcome: TransportCodesOutcome = await writeTransportCodes(
    new CardSession(connection, { transcript: ({ header }) => events.push(header) }),
    {
      transportPuk: SecretBytes.fromAscii('12345678'),
      newPin: SecretBytes.fromAscii('83150'),
      newPuk: SecretBytes.fromAscii('60418273'),
      hasAttemptedPuk: false,
      onBeforePukAttempt: async (attempt) => {
        events.push(`journal ${attempt}`);
      },
      onPukAnswered: async (triesLeft) => {
        events.push(`journal ${triesLeft ?? 'all'} left`);
      },
      ...resumption,
    },
  );
  return { outcome, events, sent: connection.sent };
}

describe('writing over transport codes', () => {
  it('sets the PIN by the transport PUK, journals, then changes the PUK', async () => {
    const { outcome, events, sent } = await scripted(['9000', '9000']);
    expect(outcome).toEqual({ kind: 'written' });
    expect(events).toEqual(['00 2C 00 10', 'journal change', '00 24 00 11']);
    expect(sent).toEqual(['002C001010' + '3132333435363738' + '3833313530FFFFFF', '0024001110' + '3132333435363738' + '3630343138323733']);
  });

  it.each([
    ['63C9 to the PIN: the manufacturer\'s file has another PUK', ['63C9'], { kind: 'wrong-transport-puk', triesLeft: 9 }],
    ['6300 to the PIN: so, without a number', ['6300'], { kind: 'wrong-transport-puk', triesLeft: undefined }],
    ['6983 to the PIN', ['6983'], { kind: 'blocked', at: 'pin' }],
    ['6A80 to the PIN', ['6A80'], { kind: 'refused-by-card', at: 'pin', sw: 0x6a80 }],
    ['6982 to the PUK', ['9000', '6982'], { kind: 'refused-by-card', at: 'puk', sw: 0x6982 }],
    ['no answer to the PIN', [''], { kind: 'interrupted', at: 'pin', fault: { kind: 'outcome-unknown', because: 'answer-too-short' } }],
    ['no answer to the PUK', ['9000', ''], { kind: 'interrupted', at: 'puk', fault: { kind: 'outcome-unknown', because: 'answer-too-short' } }],
  ])('%s', async (_case, answers, outcome) => {
    expect((await scripted(answers)).outcome).toEqual(outcome);
  });

  it.each(['6A88', '6A82'])('%s to the PUK, which lives in the MF: it is selected, and the command sent once more under the same entry of the journal', async (unknown) => {
    const { outcome, events } = await scripted(['9000', unknown, '9000', '9000']);
    expect(outcome).toEqual({ kind: 'written' });
    expect(events).toEqual(['00 2C 00 10', 'journal change', '00 24 00 11', '00 A4 00 0C', '00 24 00 11']);
  });

  it.each(['6C10', '6300', '63C2', '6700', '6982', '6985', '6581'])('%s to a code is never followed by the same command', async (sw) => {
    expect((await scripted([sw])).sent).toHaveLength(1);
    expect((await scripted(['9000', sw])).sent).toHaveLength(2);
  });

  it('sends nothing that spends a try of the PUK when the journal cannot be written', async () => {
    const connection = scriptedConnection('9000');
    const writing = writeTransportCodes(new CardSession(connection), {
      transportPuk: SecretBytes.fromAscii('12345678'),
      newPin: SecretBytes.fromAscii('83150'),
      newPuk: SecretBytes.fromAscii('60418273'),
      hasAttemptedPuk: false,
      onBeforePukAttempt: () => Promise.reject(new Error('disk full')),
      onPukAnswered: () => Promise.resolve(),
    });
    await expect(writing).rejects.toThrow('disk full');
    expect(connection.sent).toHaveLength(1);
  });
});

describe('carrying on after the answer to the PUK was lost', () => {
  const resumed = { hasAttemptedPuk: true };

  it('asks with the new PUK, journalled: 9000, and it lives', async () => {
    const { outcome, events, sent } = await scripted(['9000'], resumed);
    expect(outcome).toEqual({ kind: 'written' });
    expect(events).toEqual(['journal probe', '00 2C 00 10', 'journal all left']);
    expect(sent).toEqual(['002C001010' + '3630343138323733' + '3833313530FFFFFF']);
  });

  it('asks from the MF when the card knows no such code elsewhere', async () => {
    const { outcome, events } = await scripted(['6A88', '9000', '9000'], resumed);
    expect(outcome).toEqual({ kind: 'written' });
    expect(events).toEqual(['journal probe', '00 2C 00 10', '00 A4 00 0C', '00 2C 00 10', 'journal all left']);
  });

  it('asks with the new PUK: 63C9, so the old one lives, gets its tries back, and is changed again', async () => {
    const { outcome, events } = await scripted(['63C9', '9000', '9000'], resumed);
    expect(outcome).toEqual({ kind: 'written' });
    expect(events).toEqual(['journal probe', '00 2C 00 10', 'journal 9 left', '00 2C 00 10', 'journal all left', 'journal change', '00 24 00 11']);
  });

  it.each([
    ['the first question goes unanswered: once more, later', [''], 0, { kind: 'interrupted', at: 'puk-probe', fault: { kind: 'outcome-unknown', because: 'answer-too-short' } }],
    ['the second one does, too: a supervisor decides', [''], 1, { kind: 'stopped-for-supervisor' }],
    ['neither PUK is right', ['63C9', '63C8'], 0, { kind: 'wrong-transport-puk', triesLeft: 8 }],
    ['the PUK is blocked', ['6983'], 0, { kind: 'blocked', at: 'puk-probe' }],
    ['the card refuses the question', ['6A80'], 0, { kind: 'refused-by-card', at: 'puk-probe', sw: 0x6a80 }],
  ])('%s', async (_case, answers, unansweredProbes, outcome) => {
    expect((await scripted(answers, { ...resumed, unansweredProbes })).outcome).toEqual(outcome);
  });

  it('asks no third time, whoever calls', async () => {
    const { outcome, events } = await scripted(['9000'], { ...resumed, unansweredProbes: 2 });
    expect(outcome).toEqual({ kind: 'stopped-for-supervisor' });
    expect(events).toEqual([]);
  });

  it.each([
    [1, 0],
    [2, 1],
  ])('spends the PUK’s last try on no question: %i left, %i questions since', async (pukTriesLeft, unansweredProbes) => {
    const { outcome, events } = await scripted(['9000'], { ...resumed, pukTriesLeft, unansweredProbes });
    expect(outcome).toEqual({ kind: 'stopped-for-supervisor' });
    expect(events).toEqual([]);
  });
});

describe('a card torn out while it is activated', () => {
  const tears: Tear[] = [1, 2, 3, 4, 5, 6].flatMap((command) => [true, false].map((isExecuted) => ({ command, isExecuted })));

  it.each(tears)('at command $command (executed: $isExecuted) ends with the same codes when it is back', async (tear) => {
    const card = sampleCard(issuance);
    const desk = new DeskOfOne();
    expect(await desk.activate(card, { tear })).toMatchObject({ kind: 'interrupted' });
    expect(await desk.activate(card)).toMatchObject({ kind: 'proved' });
    expect(card.state).toEqual(written);
  });

  it.each([3, 10] as const)('of %i PUK tries keeps one at any moment, whatever it is pulled at, and ends written or with a supervisor', async (pukTries) => {
    const tear = fc.record({ command: fc.integer({ min: 1, max: 7 }), isExecuted: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(tear, { maxLength: 5 }), async (insertions) => {
        const card = sampleCard(issuance, { state: freshCodes({ pin: sampleCodes.transportPin, puk: sampleCodes.transportPuk }, pukTries), quirks: { pukTries } });
        const desk = new DeskOfOne();
        const outcomes = [];
        for (const pulled of [...insertions, undefined]) {
          outcomes.push((await desk.activate(card, { tear: pulled })).kind);
          expect([sampleCodes.transportPuk, sampleCodes.newPuk]).toContain(card.state.puk);
          expect(card.state.pukTriesLeft).toBeGreaterThan(0);
          if (outcomes.at(-1) === 'proved' || outcomes.at(-1) === 'stopped-for-supervisor') break;
        }
        if (outcomes.at(-1) === 'proved') expect(card.state).toEqual({ ...written, pukTriesLeft: pukTries });
        else expect(outcomes.at(-1)).toBe('stopped-for-supervisor');
      }),
      { numRuns: 150 },
    );
  });

  it('pulled again and again before its PUK is changed loses none of three tries for it', async () => {
    const card = sampleCard(issuance, { state: freshCodes({ pin: sampleCodes.transportPin, puk: sampleCodes.transportPuk }, 3), quirks: { pukTries: 3 } });
    const desk = new DeskOfOne();
    expect(await desk.activate(card, { tear: { command: 2, isExecuted: false } })).toMatchObject({ kind: 'interrupted', at: 'puk' });
    for (let insertion = 0; insertion < 6; insertion += 1) {
      expect(await desk.activate(card, { tear: { command: 3, isExecuted: false } })).toMatchObject({ kind: 'interrupted', at: 'puk' });
      expect(card.state.pukTriesLeft).toBe(3);
    }
    expect(await desk.activate(card)).toMatchObject({ kind: 'proved' });
  });

  it('is not activated with the codes of another card', async () => {
    const other = sampleCard(issuance, { state: freshCodes({ pin: '00000', puk: '87654321' }) });
    expect(await new DeskOfOne().activate(other)).toEqual({ kind: 'wrong-transport-puk', triesLeft: 9 });
    expect(other.state).toEqual({ pin: '00000', puk: '87654321', pinTriesLeft: 3, pukTriesLeft: 9, issuerTriesLeft: 5 });
  });
});
