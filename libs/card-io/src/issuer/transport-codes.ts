// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SecretBytes } from '../bytes/secret-bytes';

/** One card of the manufacturer's file. ASCII digits. */
export interface TransportCodes {
  readonly idCarta: string;
  readonly transportPin: SecretBytes;
  readonly transportPuk: SecretBytes;
}
