// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IppAttribute, IppGroup } from '../../codec/message';
import type { StatusName } from '../../codec/statuses';
import type { PrinterQueue } from '../queue/printer-queue';

/** A request that has passed the checks common to all operations. */
export type OperationRequest = {
  readonly queue: PrinterQueue;
  /** The queue's own address; a job's is this, a slash and its number. */
  readonly printerUri: string;
  readonly isSecure: boolean;
  /** The operation attributes. */
  readonly attributes: readonly IppAttribute[];
  readonly groups: readonly IppGroup[];
  readonly document: Uint8Array;
};

/** The answer's groups stand behind the operation attributes. */
export type OperationAnswer = { readonly status: StatusName; readonly groups: readonly IppGroup[] };

export type OperationHandler = (request: OperationRequest) => OperationAnswer;

export const refusal = (status: StatusName, unsupported: readonly IppAttribute[] = []): OperationAnswer => ({ status, groups: unsupportedGroup(unsupported) });

/** The attributes that were ignored, or could not be granted (RFC 8011 §4.1.7). */
export const unsupportedGroup = (attributes: readonly IppAttribute[]): readonly IppGroup[] => (attributes.length === 0 ? [] : [{ tag: 'unsupported', attributes }]);
