// SPDX-License-Identifier: AGPL-3.0-or-later
import { attributesOf, stringOf } from '../../codec/attributes';
import type { IppAttribute } from '../../codec/message';
import type { QueueJob, QueueTicket } from '../queue/queue-job';
import { jobReceipt } from './job-attributes';
import { readTemplate, wantsFidelity } from './job-template';
import { type OperationAnswer, type OperationRequest, refusal, unsupportedGroup } from './operation';

/** A job as it would be taken, with what of it would be ignored. */
export type TakenTicket = { readonly ticket: QueueTicket; readonly ignored: readonly IppAttribute[] };

/** Reads a job's ticket, or says why this printer does not take it (RFC 8011 §4.2.1). */
export const takeTicket = ({ queue, attributes, groups }: OperationRequest): TakenTicket | OperationAnswer => {
  if (queue.conditions.includes('busy')) return refusal('server-error-busy');
  const { copies, unsupported } = readTemplate(attributesOf({ groups }, 'job'));
  if (unsupported.length > 0 && wantsFidelity(attributes)) return refusal('client-error-attributes-or-values-not-supported', unsupported);
  const ticket = { jobName: stringOf(attributes, 'job-name') ?? 'Untitled', user: userOf(attributes), copies };
  return { ticket, ignored: unsupported };
};

export const userOf = (attributes: readonly IppAttribute[]): string => stringOf(attributes, 'requesting-user-name') ?? 'anonymous';

export const accepted = (ignored: readonly IppAttribute[], printerUri: string, job?: QueueJob): OperationAnswer => ({
  status: ignored.length === 0 ? 'successful-ok' : 'successful-ok-ignored-or-substituted-attributes',
  groups: [...unsupportedGroup(ignored), ...(job === undefined ? [] : [{ tag: 'job', attributes: jobReceipt(printerUri, job) } as const])],
});
