// SPDX-License-Identifier: AGPL-3.0-or-later
export { SecretBytes } from '../bytes/secret-bytes';
export type { TransportCodes } from './transport-codes';
