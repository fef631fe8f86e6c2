// SPDX-License-Identifier: AGPL-3.0-or-later
import { connectDirectly } from '@sportello/card-io/simulator';
import { Counter, type Ending, type Happenings, SHEET_MISSING } from './carry-through';
import { type Citizen, drawCitizen } from './citizens';
import type { Cut, PrinterCut, Step } from './cut';
import { CutCard, type Moment } from './cut-card';
import type { KillDesk, PrintedEnvelope } from './kill-desk';
import type { Operator } from './operator';

/** What an independent look finds on the chip. */
export type CardHolds = 'the codes of the delivered envelope' | 'the factory’s codes' | 'codes of an envelope that was not delivered' | 'codes that no paper has';

export interface Outcome {
  readonly cut: Cut;
  /** The command, or the step, at which it happened; null: it never came to it. */
  readonly happenedAt: string | null;
  readonly ending: Ending;
  readonly holds: CardHolds;
  /** The PIN of the delivered envelope, presented to the chip without the product. */
  readonly isPinAccepted: boolean;
  readonly isUnknown: boolean;
  readonly areCodesLost: boolean;
  readonly doubleEnvelopes: number;
  readonly sheets: number;
  readonly triesBurnt: number;
  readonly issuerTriesBurnt: number;
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/** Takes one card through an activation that is cut once, and looks at it afterwards. */
export async function runCut(desk: KillDesk, { operator, supervisor }: { readonly operator: Operator; readonly supervisor: Operator }, cut: Cut, serial: number): Promise<Outcome> {
  const citizen = await drawCitizen(desk.ca, serial, cut.method, desk.factoryOf(serial));
  await desk.tidy();
  let happenedAt: string | null = null;
  const once = (act: () => void | Promise<void>, where: string) => async (): Promise<void> => {
    if (happenedAt !== null) return;
    happenedAt = where;
    await act();
  };
  const card = new CutCard(citizen.chip, momentOf(desk, cut));
  const happenings: Writable<Happenings> = { onScanned: () => Promise.resolve(), onDelivered: () => Promise.resolve(), onTold: () => undefined };
  if (cut.at === 'step') arm(desk, cut.step, once(() => (cut.what === 'pulled' ? desk.slot.pull() : desk.cut(cut.what)), cut.step), happenings);
  if (cut.at === 'printing') happenings.onTold = hinder(desk, cut.what, (where) => (happenedAt = where));
  const ending = await new Counter(desk, operator, supervisor, card, citizen.idCarta, happenings).carryThrough();
  const printed = [...desk.envelopes];
  desk.slot.pull();
  return { cut, happenedAt: card.cutAt ?? happenedAt, ending, ...(await look(citizen, printed, ending)), sheets: printed.length, triesBurnt: card.triesBurnt, issuerTriesBurnt: card.issuerTriesBurnt };
}

function momentOf(desk: KillDesk, cut: Cut): Moment | null {
  if (cut.at !== 'command') return null;
  const { command, what } = cut;
  switch (what) {
    case 'pulled-before':
    case 'executed-unheard':
    case 'answered-and-gone':
      return { command, what, act: () => desk.slot.pull() };
    case 'mute':
      return { command, what, act: () => undefined };
    default:
      return { command, what: 'world', act: () => desk.cut(what) };
  }
}

/** The printer is hindered until the counter has noticed: however slow the machine, the cut is felt. */
function hinder({ envelopePrinter }: KillDesk, what: PrinterCut, happened: (where: string) => void): Happenings['onTold'] {
  const condition = ({ jam: 'media-jam', 'nothing-comes-out': 'nothing-comes-out', 'printer-off': 'offline' } as const)[what];
  const isNoticed = (words: string): boolean => (what === 'nothing-comes-out' ? words === SHEET_MISSING : words.includes('printer-unavailable'));
  envelopePrinter.inject(condition);
  return (words) => {
    if (!isNoticed(words)) return;
    happened(condition);
    envelopePrinter.clear(condition);
  };
}

/** Watches the wire, the tray and the operator for the step, and acts at its first time. */
function arm(desk: KillDesk, step: Step, act: () => Promise<void>, happenings: Writable<Happenings>): void {
  if (step === 'sheet-in-the-tray') desk.onSheet = act;
  if (step === 'envelope-scanned') happenings.onScanned = act;
  if (step === 'delivery-scanned') happenings.onDelivered = act;
  let job = 'no job yet';
  let isPrinted = false;
  let isAnswerAwaited = false;
  desk.link.onPassing = async ({ text, way }) => {
    const isRequest = (path: string, type: string): boolean => way === 'to-api' && text.includes(path) && text.includes(type);
    job = (way === 'to-api' && text.includes('/api/station/intents') && /"jobId":"([0-9a-f-]+)"/.exec(text)?.[1]) || job;
    isPrinted ||= isRequest(job, '"type":"completed"');
    const asked: Partial<Record<Step, boolean>> = {
      'intent-on-its-way': isRequest('/api/station/intents', ''),
      'submitted-on-its-way': isRequest(job, '"type":"submitted"'),
      'printed-reported': isRequest(job, '"type":"completed"'),
      // An earlier case's proof may still be on its way: nobody acknowledged it in time.
      'proof-on-its-way': isPrinted && isRequest('/reports', '"type":"written"'),
    };
    if (asked[step]) await act();
    const answered = ({ 'intent-recorded': 'intent-on-its-way', 'submitted-recorded': 'submitted-on-its-way', 'proof-recorded': 'proof-on-its-way' } as const)[step as 'intent-recorded'];
    if (answered === undefined) return;
    if (isAnswerAwaited && way === 'to-station' && text.startsWith('HTTP/1.1 2')) await act();
    isAnswerAwaited ||= asked[answered] === true;
  };
}

/** Reads the chip and the paper, and nothing of the product. */
async function look({ chip, factory }: Citizen, printed: readonly PrintedEnvelope[], { kind, delivered, cardState }: Ending) {
  const { pin, puk } = chip.state;
  const onPaper = printed.filter((envelope) => envelope.pin === pin && envelope.puk === puk);
  const envelope = printed.findLast(({ controlNumber }) => controlNumber === delivered);
  const isDelivered = envelope !== undefined && onPaper.includes(envelope);
  const isFactory = pin === factory.pin && puk === factory.puk;
  const holds: CardHolds = isDelivered
    ? 'the codes of the delivered envelope'
    : isFactory
      ? 'the factory’s codes'
      : onPaper.length > 0
        ? 'codes of an envelope that was not delivered'
        : 'codes that no paper has';
  const isPinAccepted = envelope !== undefined && (await acceptsPin(chip, envelope.pin));
  const isTrue = kind === 'delivered' ? isDelivered && isPinAccepted && cardState === 'active' : kind === 'stopped' && cardState !== null && cardState !== 'active';
  const numbers = printed.map(({ controlNumber }) => controlNumber);
  const codes = printed.map((each) => `${each.pin} ${each.puk}`);
  const repeated = (all: readonly string[]): number => all.length - new Set(all).size;
  return {
    holds,
    isPinAccepted,
    isUnknown: !isTrue,
    areCodesLost: holds === 'codes that no paper has' || (kind === 'delivered' && !isDelivered),
    doubleEnvelopes: repeated(numbers) + repeated(codes),
  };
}

/** VERIFY (ISO 7816-4 §7.5.6) by hand, on a connection of its own. */
async function acceptsPin(chip: Citizen['chip'], pin: string): Promise<boolean> {
  const connection = connectDirectly(chip);
  const command = Uint8Array.from([0x00, 0x20, 0x00, 0x10, 0x08, ...Buffer.from(pin.padEnd(8, '\xff'), 'latin1')]);
  const answer = await connection.transmit(command, 1_000);
  await connection.disconnect();
  return answer.kind === 'answered' && Buffer.from(answer.bytes).toString('hex') === '9000';
}
