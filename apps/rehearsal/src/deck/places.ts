// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Place } from './citizen-plan';

export const roma: Place = { name: 'Roma', code: 'H501' };
export const massa: Place = { name: 'Massa', code: 'F023' };
export const pisa: Place = { name: 'Pisa', code: 'G702' };
export const lucca: Place = { name: 'Lucca', code: 'E715' };
export const firenze: Place = { name: 'Firenze', code: 'D612' };
export const livorno: Place = { name: 'Livorno', code: 'E625' };
export const milano: Place = { name: 'Milano', code: 'F205' };
