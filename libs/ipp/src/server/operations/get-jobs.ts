// SPDX-License-Identifier: AGPL-3.0-or-later
import { booleanOf, numberOf, stringOf, strings } from '../../codec/attributes';
import { isOver } from '../queue/queue-job';
import { jobAttributes } from './job-attributes';
import { userOf } from './job-creation';
import { type OperationHandler, refusal } from './operation';
import { requestedOf } from './requested';

/** RFC 8011 §4.2.6: unfinished jobs in the order of printing, finished ones newest first. */
export const getJobs: OperationHandler = ({ queue, printerUri, attributes }) => {
  const which = stringOf(attributes, 'which-jobs') ?? 'not-completed';
  if (which !== 'completed' && which !== 'not-completed') {
    return refusal('client-error-attributes-or-values-not-supported', [strings('keyword', 'which-jobs', which)]);
  }
  const chosen = queue.jobs.filter((job) => isOver(job) === (which === 'completed'));
  const ordered = which === 'completed' ? chosen.toReversed() : chosen;
  const own = booleanOf(attributes, 'my-jobs') === true ? ordered.filter(({ user }) => user === userOf(attributes)) : ordered;
  const listed = own.slice(0, numberOf(attributes, 'limit') ?? own.length);
  return {
    status: 'successful-ok',
    groups: listed.map((job) => ({ tag: 'job', attributes: requestedOf(attributes, jobAttributes(queue, printerUri, job), ['job-id', 'job-uri']) })),
  };
};
