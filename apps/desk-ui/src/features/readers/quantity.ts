// SPDX-License-Identifier: AGPL-3.0-or-later
import { MOST_READERS } from '@sportello/domain';

/** As somebody types how many; undefined when it is no number of readers. */
export function typedQuantity(text: string, least = 1): number | undefined {
  const written = text.trim();
  const count = /^\d{1,4}$/.test(written) ? Number(written) : undefined;
  return count !== undefined && count >= least && count <= MOST_READERS ? count : undefined;
}

const euro = new Intl.NumberFormat('it-IT', { style: 'currency', currency: 'EUR' });

/** '4,27 €', from whole cents. */
export function euros(cents: number): string {
  return euro.format(cents / 100);
}
