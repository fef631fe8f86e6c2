// SPDX-License-Identifier: AGPL-3.0-or-later
export { SecretBytes } from '../bytes/secret-bytes';
export { cryptogramOf, deriveCardKey } from './issuer-cryptogram';
export type { TransportCodes } from './transport-codes';
