// SPDX-License-Identifier: AGPL-3.0-or-later
import * as fc from 'fast-check';
import { isFinalCase } from '../case/case-states';
import type { CaseState } from '../case/case-states';
import { CASE_TRANSITIONS } from '../case/case-transitions';
import { moveCase } from '../case/move-case';
import { SheetBooks } from '../testing/sheet-books';

const ACTIVATIONS = 10_000;
const RUNS = 20;
const DESKS = 3;

interface OpenCase {
  readonly id: number;
  readonly desk: number;
  state: CaseState;
}

/** One run's acts, each picked by a number: the citizens' cases by the domain's table, and what people do with the sheets meanwhile. */
class Shift {
  readonly books = new SheetBooks(DESKS);
  readonly open: OpenCase[] = [];
  begun = 0;
  ended = 0;
  unreconciled = 0;

  act(pick: number): void {
    const desk = pick % DESKS;
    const chance = Math.floor(pick / DESKS) % 100;
    if (chance < 78) this.step(Math.floor(pick / (DESKS * 100)));
    else if (chance < 88) this.begin(desk);
    else if (chance < 91) this.books.load(desk, 20);
    else if (chance < 92) this.books.receive(desk, 40);
    else if (chance < 94) this.books.send(desk, (desk + 1) % DESKS, 7);
    else if (chance < 96) this.books.arrive(desk, 5, chance === 95);
    else if (chance < 98) this.books.endOfStock(desk, chance === 96 ? 'spoiled' : 'destroyed');
    else this.close(desk);
  }

  begin(desk: number): void {
    this.begun += 1;
    this.open.push({ id: this.begun, desk, state: 'recognised' });
  }

  /** A move of one open case: one of its table's, a crash before the printer (the sheet is given back) or a forbidden one, which changes nothing. */
  step(pick: number): void {
    const current = this.open[pick % Math.max(1, this.open.length)];
    if (!current) return;
    const all = CASE_TRANSITIONS.filter(({ from }) => from === current.state);
    const onward = all.filter(({ to }) => to !== 'refused' && to !== 'abandoned');
    // One in eight turns is a citizen who leaves or is sent away, where the table lets them.
    const rows = pick % 8 === 0 || onward.length === 0 ? all : onward;
    const row = rows[Math.floor(pick / 7) % rows.length]!;
    const cause = row.causes?.[pick % row.causes.length];
    if (row.to === 'printing' && !this.books.promise(current.desk, current.id)) return;
    if (cause === 'codes-died' && pick % 2 === 0) this.books.giveBack(current.desk, current.id);
    const move = moveCase(current.state, row.to, cause);
    if (!move.ok) throw new Error('the table refuses its own row');
    if (move.value.doCodesEnd) this.books.lose(current.id, 'codes-died');
    current.state = row.to;
    // Told twice, as after a lost answer, a sheet moves once.
    if (row.to === 'printed') ['first', 'again'].forEach(() => this.books.carry(current.id, ['printed', 'held']));
    if (row.to === 'delivered') this.books.carry(current.id, ['delivered']);
    if (isFinalCase(current.state)) {
      this.open.splice(this.open.indexOf(current), 1);
      this.ended += 1;
    }
  }

  close(desk: number): void {
    this.unreconciled += Math.abs(this.books.close(desk).difference);
  }
}

describe('any sequence of acts, crashes and refusals', () => {
  it('over 10,000 activations leaves no sheet unreconciled', () => {
    let activations = 0;
    let printedOn = 0;
    const picks = fc.array(fc.nat({ max: 1_000_000 }), { minLength: 4_000, maxLength: 4_000, size: 'max' });
    fc.assert(
      fc.property(picks, (acts) => {
        const shift = new Shift();
        for (let desk = 0; desk < DESKS; desk += 1) {
          shift.books.receive(desk, 300);
          shift.books.load(desk, 100);
        }
        for (const pick of acts) shift.act(pick);
        while (shift.begun < ACTIVATIONS / RUNS) shift.begin(0);
        // Everything left is carried as far as it goes.
        for (let pick = 0; shift.open.length > 0 && pick < 20_000; pick += 1) {
          shift.step(pick * 31);
          if (pick % 50 === 0) [0, 1, 2].forEach((desk) => { shift.books.receive(desk, 20); shift.books.load(desk, 20); });
        }
        [0, 1, 2].forEach((desk) => shift.close(desk));
        const census = shift.books.census();
        expect({ open: shift.open.length, unreconciled: shift.unreconciled, astray: census.astray }).toEqual({ open: 0, unreconciled: 0, astray: 0 });
        activations += shift.begun;
        printedOn += census.printedOn;
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(activations).toBeGreaterThanOrEqual(ACTIVATIONS);
    expect(printedOn).toBeGreaterThan(10_000);
  });
});
