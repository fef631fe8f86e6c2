// SPDX-License-Identifier: AGPL-3.0-or-later
import { numberOf, stringOf } from '../../codec/attributes';
import type { QueueJob } from '../queue/queue-job';
import type { OperationRequest } from './operation';

/** The job that a request is about, by job-uri or by printer-uri and job-id (RFC 8011 §4.1.5); `missing` when it names none. */
export const jobTarget = ({ queue, printerUri, attributes }: OperationRequest): QueueJob | 'missing' | undefined => {
  const jobUri = stringOf(attributes, 'job-uri');
  const jobId = jobUri === undefined ? numberOf(attributes, 'job-id') : jobIdOf(jobUri, printerUri);
  return jobId === undefined ? 'missing' : queue.job(jobId);
};

/** The host may be written in more than one way; the path and the number behind it say which job it is. */
const jobIdOf = (jobUri: string, printerUri: string): number => {
  const path = printerUri.replace(/^[^:]+:\/\/[^/]+/, '');
  const at = jobUri.lastIndexOf(`${path}/`);
  return at < 0 ? 0 : Number(jobUri.slice(at + path.length + 1));
};
