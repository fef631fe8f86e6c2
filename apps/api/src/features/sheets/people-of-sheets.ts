// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SheetsView } from '@sportello/contracts';

/** How many entries of the view name a colleague: who received, sent, closed or explained. */
export function peopleOfSheets({ bags, boxes, transfers, matters }: SheetsView): number {
  return bags.length + boxes.length + transfers.length + matters.length;
}
