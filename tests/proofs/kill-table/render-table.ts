// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Cut } from './cut';
import type { Outcome } from './run-cut';
import type { Totals } from './totals';

/** In words, as the table and the progress name it. */
export function nameOf(cut: Cut): string {
  switch (cut.at) {
    case 'command':
      return `${cut.method}, command ${cut.command}, ${cut.what}`;
    case 'step':
      return `${cut.method}, ${cut.step}, ${cut.what}`;
    case 'printing':
      return `${cut.method}, printing, ${cut.what}`;
  }
}

const HEAD = `# The kill table

Every way to cut an activation, at every command to the card and every step between them, and what became of the card. Made by \`npm run kill-table\`: the real station, the real API
and its database; the card, the printer and the wire between station and API are simulated and in the hand of the table. After each cut an operator and a citizen who know nothing of it do what
the page says. Then chip and paper are read without the product.

The methods are **unproven on a real card**. What the words mean:

* **pulled-before**: the card is out before the command reaches the chip. **executed-unheard**: the chip executes, its answer is lost, the card is out. **answered-and-gone**: the answer is
  heard, the card is out. **mute**: no answer, ever.
* **station-killed**, **api-killed**: SIGKILL. **card-process-killed**: the one process that serves the card. **database-stopped**, **link-lost**: for a moment; all of them come back
  by themselves. **station-lost**: SIGKILL, and its folder with all its keys and its journal is destroyed; a new station with other keys takes its place, and where the codes were the lost one's an
  operator asks, and a supervisor confirms, that the vault seal them to the new one.
* **unknown**: the product believes something of a card that the look contradicts, or nobody can say how it stands. **codes lost**: the chip holds codes that are on no paper, or the citizen
  went home with others. **double envelopes**: one set of codes on two sheets, or one number twice.
`;

export function renderTable(outcomes: readonly Outcome[], totals: Totals): string {
  const methods = [...new Set(outcomes.map(({ cut }) => cut.method))];
  return [HEAD, totalsTable(totals), ...methods.map((method) => section(method, outcomes.filter(({ cut }) => cut.method === method)))].join('\n');
}

function totalsTable(totals: Totals): string {
  return ['## In sum', '', '| | |', '|---|---|', ...Object.entries(totals).map(([name, value]) => `| ${name} | ${String(value)} |`), ''].join('\n');
}

function section(method: string, outcomes: readonly Outcome[]): string {
  const head = ['', `## ${method}`, '', '| Where | Command or step | Cut | What the page said | At the counter | The card holds | Tries | Sheets |', '|---|---|---|---|---|---|---|---|'];
  return [...head, ...outcomes.map(row), ''].join('\n');
}

function row({ cut, happenedAt, ending, holds, triesBurnt, issuerTriesBurnt, sheets }: Outcome): string {
  const where = cut.at === 'command' ? String(cut.command) : cut.at === 'step' ? '–' : 'printer';
  const tries = issuerTriesBurnt > 0 ? `${triesBurnt} + ${issuerTriesBurnt} of the issuer` : String(triesBurnt);
  const cells = [where, happenedAt ?? 'not reached', cut.what, ending.said.join(' → '), ending.hands.join(', ') || '–', holds, tries, String(sheets)];
  return `| ${cells.join(' | ')} |`;
}
