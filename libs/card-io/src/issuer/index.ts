// SPDX-License-Identifier: AGPL-3.0-or-later
export { SecretBytes } from '../bytes/secret-bytes';
export { activationMethods } from '../profiles/card-profile';
export type { ActivationMethod } from '../profiles/card-profile';
export { activationMethodOf, softwareFor } from './card-type-facts';
export { cryptogramOf, deriveCardKey } from './issuer-cryptogram';
export type { TransportCodes } from './transport-codes';
