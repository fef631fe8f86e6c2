// SPDX-License-Identifier: AGPL-3.0-or-later
import { attribute, enums, integers, strings } from '../../codec/attributes';
import type { IppAttribute } from '../../codec/message';
import { jobStates } from '../../codec/states';
import type { PrinterQueue } from '../queue/printer-queue';
import type { QueueJob } from '../queue/queue-job';
import type { AttributeGroups } from './requested';

/** Seconds since the printer was switched on, which is never 0 (RFC 8011 §5.4.29). */
export const upTime = (queue: PrinterQueue, at: Date): number => Math.floor((at.getTime() - queue.startedAt.getTime()) / 1000) + 1;

/** What every answer about a new job says (RFC 8011 §4.2.1.2). */
export const jobReceipt = (printerUri: string, job: QueueJob): readonly IppAttribute[] => [
  integers('job-id', job.id),
  strings('uri', 'job-uri', `${printerUri}/${job.id}`),
  enums('job-state', jobStates[job.state]),
  strings('keyword', 'job-state-reasons', ...(job.stateReasons.length === 0 ? ['none'] : job.stateReasons)),
];

/** All that can be asked about a job (RFC 8011 §5.3). */
export const jobAttributes = (queue: PrinterQueue, printerUri: string, job: QueueJob): AttributeGroups => ({
  'job-description': [
    ...jobReceipt(printerUri, job),
    strings('uri', 'job-printer-uri', printerUri),
    strings('name', 'job-name', job.jobName),
    strings('name', 'job-originating-user-name', job.user),
    integers('job-printer-up-time', upTime(queue, queue.now)),
    integers('job-media-sheets-completed', job.sheetsPrinted),
    integers('job-impressions-completed', job.sheetsPrinted),
    integers('job-k-octets', Math.ceil((job.document?.length ?? 0) / 1024)),
    integers('time-at-creation', upTime(queue, job.createdAt)),
    timeOrNone('time-at-processing', queue, job.processingAt),
    timeOrNone('time-at-completed', queue, job.completedAt),
    dateOrNone('date-time-at-creation', job.createdAt),
    dateOrNone('date-time-at-processing', job.processingAt),
    dateOrNone('date-time-at-completed', job.completedAt),
  ],
  'job-template': [integers('copies', job.copies)],
});

const timeOrNone = (name: string, queue: PrinterQueue, at: Date | null): IppAttribute =>
  at === null ? attribute(name, { tag: 'no-value' }) : integers(name, upTime(queue, at));

const dateOrNone = (name: string, at: Date | null): IppAttribute =>
  attribute(name, at === null ? { tag: 'no-value' } : { tag: 'dateTime', value: at, offsetMinutes: 0 });
