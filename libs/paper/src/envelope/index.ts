// SPDX-License-Identifier: AGPL-3.0-or-later
export { renderEnvelope } from './envelope';
export type { EnvelopeCodes, EnvelopeData } from './envelope-data';
