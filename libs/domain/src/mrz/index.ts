// SPDX-License-Identifier: AGPL-3.0-or-later
/** An entry point of its own: its package stays off the page that everybody loads first (ADR 0020). */
export { parseMrz } from './parse-mrz';
export type { Mrz, MrzRefusal } from './parse-mrz';
export { typedMrzLines } from './mrz-lines';
