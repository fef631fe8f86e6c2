// SPDX-License-Identifier: AGPL-3.0-or-later

export type Method = 'transport-codes' | 'issuer-auth';

/** What happens to the card at one command. */
export const CARD_CUTS = ['pulled-before', 'executed-unheard', 'answered-and-gone', 'mute'] as const;
/** What happens around it, while the card stays in the reader. */
export const WORLD_CUTS = ['station-killed', 'card-process-killed', 'api-killed', 'database-stopped', 'link-lost', 'station-lost'] as const;

export type CardCut = (typeof CARD_CUTS)[number];
export type WorldCut = (typeof WORLD_CUTS)[number];

/** Between the commands to the card: what goes over the wire to the API, what lies in the tray, what the operator has done. In the order of an activation. */
export const STEPS = [
  'intent-on-its-way',
  'intent-recorded',
  'submitted-on-its-way',
  'submitted-recorded',
  'sheet-in-the-tray',
  'printed-reported',
  'envelope-scanned',
  'proof-on-its-way',
  'proof-recorded',
  'delivery-scanned',
] as const;
export type Step = (typeof STEPS)[number];

export const PRINTER_CUTS = ['jam', 'nothing-comes-out', 'printer-off'] as const;
export type PrinterCut = (typeof PRINTER_CUTS)[number];

/** One way to cut one activation. */
export type Cut = { readonly method: Method } & (
  | { readonly at: 'command'; /** From 1, counted from the insertion. */ readonly command: number; readonly what: CardCut | WorldCut }
  | { readonly at: 'step'; readonly step: Step; readonly what: 'pulled' | WorldCut }
  | { readonly at: 'printing'; readonly what: PrinterCut }
);

/** Commands of a whole activation on the classic profile (facts of the card: 13 to recognise, then 6 or 8). */
export const COMMANDS: Readonly<Record<Method, number>> = { 'transport-codes': 19, 'issuer-auth': 21 };

/** Every way that the table knows. */
export function everyCut(): readonly Cut[] {
  return (['transport-codes', 'issuer-auth'] as const).flatMap((method) => [...cutsAtCommands(method), ...cutsAtSteps(method), ...PRINTER_CUTS.map((what) => ({ method, at: 'printing', what }) as const)]);
}

function cutsAtCommands(method: Method): readonly Cut[] {
  const commands = Array.from({ length: COMMANDS[method] }, (_, index) => index + 1);
  return commands.flatMap((command) => [...CARD_CUTS, ...WORLD_CUTS].map((what) => ({ method, at: 'command', command, what }) as const));
}

function cutsAtSteps(method: Method): readonly Cut[] {
  return STEPS.flatMap((step) => (['pulled', ...WORLD_CUTS] as const).map((what) => ({ method, at: 'step', step, what }) as const));
}

/** One of each kind, by turns with the one method and the other, late rather than early: for every run of the tests. */
export function someCuts(): readonly Cut[] {
  const all = everyCut();
  const kinds = [...new Set(all.map(kindOf))];
  return kinds.flatMap((kind, index) => {
    const method = index % 2 === 0 ? 'transport-codes' : 'issuer-auth';
    const alike = all.filter((cut) => kindOf(cut) === kind && cut.method === method);
    return alike.slice(Math.floor(alike.length * 0.8)).slice(0, 1);
  });
}

function kindOf({ at, what }: Cut): string {
  return `${at} ${what}`;
}
