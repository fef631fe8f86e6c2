// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto';
import { attribute, boolean, enums, integers, strings } from '../../codec/attributes';
import type { IppAttribute } from '../../codec/message';
import { operations } from '../../codec/operations';
import { printerStates } from '../../codec/states';
import { isOver } from '../queue/queue-job';
import { documentFormat } from './document-check';
import { upTime } from './job-attributes';
import type { OperationRequest } from './operation';

const pagesPerMinute = 30;

/** The printer about itself (RFC 8011 §5.4; PWG 5100.12 §6.2). */
export const printerDescription = ({ queue, printerUri, isSecure }: OperationRequest): readonly IppAttribute[] => [
  strings('uri', 'printer-uri-supported', printerUri),
  strings('keyword', 'uri-security-supported', isSecure ? 'tls' : 'none'),
  strings('keyword', 'uri-authentication-supported', 'none'),
  strings('name', 'printer-name', queue.options.name),
  strings('text', 'printer-info', queue.options.info ?? queue.options.name),
  strings('text', 'printer-location', 'Sportello'),
  strings('text', 'printer-make-and-model', 'Sportello simulated printer'),
  strings('uri', 'printer-more-info', printerUri.replace(/^ipp/, 'http')),
  strings('uri', 'printer-uuid', uuidOf(printerUri)),
  enums('printer-state', printerStates[queue.state]),
  strings('keyword', 'printer-state-reasons', ...(queue.stateReasons.length === 0 ? ['none'] : queue.stateReasons)),
  boolean('printer-is-accepting-jobs', true),
  integers('queued-job-count', queue.jobs.filter((job) => !isOver(job)).length),
  integers('printer-up-time', upTime(queue, queue.now)),
  attribute('printer-current-time', { tag: 'dateTime', value: queue.now, offsetMinutes: 0 }),
  strings('keyword', 'ipp-versions-supported', '1.1', '2.0'),
  strings('keyword', 'ipp-features-supported', 'ipp-everywhere'),
  enums('operations-supported', ...Object.values(operations)),
  strings('charset', 'charset-configured', 'utf-8'),
  strings('charset', 'charset-supported', 'us-ascii', 'utf-8'),
  strings('naturalLanguage', 'natural-language-configured', 'en'),
  strings('naturalLanguage', 'generated-natural-language-supported', 'en'),
  strings('mimeMediaType', 'document-format-default', documentFormat),
  strings('mimeMediaType', 'document-format-supported', documentFormat),
  strings('keyword', 'compression-supported', 'none'),
  strings('keyword', 'pdl-override-supported', 'attempted'),
  boolean('multiple-document-jobs-supported', false),
  integers('multiple-operation-time-out', 60),
  boolean('color-supported', false),
  integers('pages-per-minute', pagesPerMinute),
];

/** The same address has the same name at each start (RFC 4122 §4.3, with SHA-256 shortened as in RFC 9562 §5.8). */
const uuidOf = (printerUri: string): string => {
  const hex = createHash('sha256').update(printerUri).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};
