// SPDX-License-Identifier: AGPL-3.0-or-later
import { boolean, integers, operationGroup, strings } from '../codec/attributes';
import { encodeMessage } from '../codec/encode';
import type { IppAttribute, IppGroup } from '../codec/message';
import { type Operation, operations } from '../codec/operations';
import type { JobTicket } from './client';

/** What a request is, but for the numbers that its sender gives it. */
export type IppRequest = { readonly operation: Operation; readonly groups: readonly IppGroup[] };

export const encodeRequest = ({ operation, groups }: IppRequest, requestId: number): Uint8Array =>
  encodeMessage({ version: { major: 2, minor: 0 }, code: operations[operation], requestId, groups });

/** printer-uri and then requesting-user-name come first among an operation's own attributes (RFC 8011 §4.1.5). */
const target = (printerUri: string): IppAttribute => strings('uri', 'printer-uri', printerUri);

export const getPrinterAttributes = (printerUri: string, requested: readonly string[]): IppRequest => ({
  operation: 'Get-Printer-Attributes',
  groups: [operationGroup(target(printerUri), strings('keyword', 'requested-attributes', ...requested))],
});

export const validateJob = (printerUri: string, ticket: JobTicket): IppRequest => ({ operation: 'Validate-Job', groups: jobGroups(printerUri, ticket) });

export const printJob = (printerUri: string, ticket: JobTicket): IppRequest => ({ operation: 'Print-Job', groups: jobGroups(printerUri, ticket) });

export const getJobAttributes = (printerUri: string, jobId: number, requested: readonly string[]): IppRequest => ({
  operation: 'Get-Job-Attributes',
  groups: [operationGroup(target(printerUri), integers('job-id', jobId), strings('keyword', 'requested-attributes', ...requested))],
});

export const cancelJob = (printerUri: string, jobId: number, requestingUser: string): IppRequest => ({
  operation: 'Cancel-Job',
  groups: [operationGroup(target(printerUri), integers('job-id', jobId), strings('name', 'requesting-user-name', requestingUser))],
});

const jobGroups = (printerUri: string, ticket: JobTicket): readonly IppGroup[] => {
  const template = [
    ...(ticket.copies === undefined ? [] : [integers('copies', ticket.copies)]),
    ...(ticket.media === undefined ? [] : [strings('keyword', 'media', ticket.media)]),
    ...(ticket.sides === undefined ? [] : [strings('keyword', 'sides', ticket.sides)]),
    ...(ticket.printScaling === undefined ? [] : [strings('keyword', 'print-scaling', ticket.printScaling)]),
  ];
  const operation = operationGroup(
    target(printerUri),
    strings('name', 'requesting-user-name', ticket.requestingUser),
    strings('name', 'job-name', ticket.jobName),
    // A printer that cannot print it as asked says so instead of doing as it likes (RFC 8011 §4.2.1.1).
    ...(template.length === 0 ? [] : [boolean('ipp-attribute-fidelity', true)]),
    strings('mimeMediaType', 'document-format', ticket.format),
  );
  return template.length === 0 ? [operation] : [operation, { tag: 'job', attributes: template }];
};
