// SPDX-License-Identifier: AGPL-3.0-or-later
import { SHEETS_ON_HAND, sumOfDay } from '../custody/day-sum';
import type { DaySum, SheetMovement, SheetOnHand } from '../custody/day-sum';
import { controlNumberOf } from '../sheet/control-number';
import type { ControlNumber } from '../sheet/control-number';
import { moveSheet } from '../sheet/sheet-states';
import type { SheetLossReason, SheetState } from '../sheet/sheet-states';

interface BookedSheet {
  readonly number: ControlNumber;
  desk: number;
  state: SheetState;
  caseId: number | null;
  isOnTheWay: boolean;
}

/** The books of some desks, in memory: what the database does with rows and triggers, over the same tables of the domain. */
export class SheetBooks {
  private readonly sheets: BookedSheet[] = [];
  private readonly trays: BookedSheet[][];
  private readonly ofCases = new Map<number, BookedSheet>();
  private readonly openings: number[];
  private readonly movements: SheetMovement[][];
  private next = 1;

  constructor(desks: number) {
    this.trays = Array.from({ length: desks }, () => []);
    this.movements = Array.from({ length: desks }, () => []);
    this.openings = Array.from({ length: desks }, () => 0);
  }

  receive(desk: number, count: number): void {
    for (let index = 0; index < count; index += 1) {
      this.sheets.push({ number: controlNumberOf(this.next), desk, state: 'in-stock', caseId: null, isOnTheWay: false });
      this.next += 1;
    }
    this.movements[desk]!.push({ kind: 'received', from: null, to: 'in-stock', count });
  }

  load(desk: number, most: number): void {
    for (const sheet of this.stockOf(desk).slice(0, most)) if (this.move(sheet, 'loaded')) this.trays[desk]!.push(sheet);
  }

  /** The next of the tray, promised to the case; nothing when the tray is empty. */
  promise(desk: number, caseId: number): boolean {
    const sheet = this.trays[desk]!.shift();
    if (!sheet) return false;
    sheet.caseId = caseId;
    this.ofCases.set(caseId, sheet);
    return true;
  }

  carry(caseId: number, through: readonly SheetState[]): void {
    const sheet = this.ofCases.get(caseId);
    if (!sheet) throw new Error('a case in which a sheet moves has none');
    for (const state of through) this.move(sheet, state);
  }

  lose(caseId: number, reason: SheetLossReason): void {
    const sheet = this.ofCases.get(caseId);
    if (sheet) this.move(sheet, 'spoiled', reason);
    this.ofCases.delete(caseId);
  }

  /** The printer never saw it: it is the next one again. */
  giveBack(desk: number, caseId: number): void {
    const sheet = this.ofCases.get(caseId);
    if (sheet?.state !== 'loaded') return;
    sheet.caseId = null;
    this.ofCases.delete(caseId);
    this.trays[desk]!.unshift(sheet);
  }

  endOfStock(desk: number, to: 'spoiled' | 'destroyed'): void {
    const [sheet] = this.stockOf(desk);
    if (sheet) this.move(sheet, to, to === 'spoiled' ? 'sheet-damaged' : 'stock-destroyed');
  }

  send(from: number, to: number, count: number): void {
    const sent = this.stockOf(from).slice(0, count);
    for (const sheet of sent) Object.assign(sheet, { desk: to, isOnTheWay: true });
    if (sent.length > 0) this.movements[from]!.push({ kind: 'transferred-out', from: 'in-stock', to: null, count: sent.length });
  }

  /** Takes in what came; the rest stays on the way until it comes too, or is written off. */
  arrive(desk: number, most: number, isWrittenOff: boolean): void {
    const come = this.sheets.filter((sheet) => sheet.isOnTheWay && sheet.desk === desk).slice(0, most);
    for (const sheet of come) sheet.isOnTheWay = false;
    if (come.length > 0) this.movements[desk]!.push({ kind: 'transferred-in', from: null, to: 'in-stock', count: come.length });
    if (isWrittenOff) for (const sheet of come) this.move(sheet, 'destroyed', 'lost-on-the-way');
  }

  /** Ends the day: its sum, and the next one's opening. */
  close(desk: number): DaySum {
    const closing = Object.fromEntries(SHEETS_ON_HAND.map((state) => [state, this.here(desk, state)])) as Record<SheetOnHand, number>;
    const sum = sumOfDay(this.openings[desk]!, this.movements[desk]!, closing);
    this.openings[desk] = SHEETS_ON_HAND.reduce((total, state) => total + closing[state], 0);
    this.movements[desk] = [];
    return sum;
  }

  /** How many sheets there are, and how many of them are in no place, or in two. */
  census(): { readonly printedOn: number; readonly sheets: number; readonly astray: number } {
    const promised = [...this.ofCases.values()];
    const inTrays = this.trays.flat();
    const astray = this.sheets.filter((sheet) => {
      const places = inTrays.filter((other) => other === sheet).length + promised.filter((other) => other === sheet).length;
      const isFree = sheet.state === 'loaded' && sheet.caseId === null;
      const isInHand = sheet.state === 'printed' || sheet.state === 'held' || (sheet.state === 'loaded' && sheet.caseId !== null);
      return isFree || isInHand ? places !== 1 : sheet.state === 'delivered' ? places > 1 : places > 0;
    });
    const used = this.sheets.filter(({ state, caseId }) => caseId !== null && state !== 'loaded');
    return { printedOn: used.length, sheets: this.sheets.length, astray: astray.length };
  }

  private move(sheet: BookedSheet, to: SheetState, reason?: SheetLossReason): boolean {
    const moved = moveSheet(sheet.state, to, reason);
    if (!moved.ok) return false;
    this.movements[sheet.desk]!.push({ kind: 'moved', from: sheet.state, to, count: 1 });
    sheet.state = to;
    return true;
  }

  private stockOf(desk: number): readonly BookedSheet[] {
    return this.sheets.filter((sheet) => sheet.desk === desk && sheet.state === 'in-stock' && !sheet.isOnTheWay);
  }

  private here(desk: number, state: SheetState): number {
    return this.sheets.filter((sheet) => sheet.desk === desk && sheet.state === state && !sheet.isOnTheWay).length;
  }
}
