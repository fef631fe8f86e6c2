// SPDX-License-Identifier: AGPL-3.0-or-later
/** '14/09/2020' from '2020-09-14', as documents bear it. */
export function writtenDate(isoDate: string): string {
  return isoDate.split('-').reverse().join('/');
}
