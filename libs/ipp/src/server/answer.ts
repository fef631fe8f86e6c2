// SPDX-License-Identifier: AGPL-3.0-or-later
import { operationGroup, stringOf, strings } from '../codec/attributes';
import type { IppMessage } from '../codec/message';
import { type Operation, operations } from '../codec/operations';
import { type StatusName, statuses } from '../codec/statuses';
import { nameOf } from '../codec/tags';
import { cancelJob } from './operations/cancel-job';
import { createJob } from './operations/create-job';
import { getJobAttributes } from './operations/get-job-attributes';
import { getJobs } from './operations/get-jobs';
import { getPrinterAttributes } from './operations/get-printer-attributes';
import { type OperationAnswer, type OperationHandler, type OperationRequest, refusal } from './operations/operation';
import { printJob } from './operations/print-job';
import { sendDocument } from './operations/send-document';
import { validateJob } from './operations/validate-job';

const handlers: Readonly<Record<Operation, OperationHandler>> = {
  'Print-Job': printJob,
  'Validate-Job': validateJob,
  'Create-Job': createJob,
  'Send-Document': sendDocument,
  'Cancel-Job': cancelJob,
  'Get-Job-Attributes': getJobAttributes,
  'Get-Jobs': getJobs,
  'Get-Printer-Attributes': getPrinterAttributes,
};

/** Answers a request to a queue: the checks that all operations share (RFC 8011 §4.1), then the operation. */
export const answer = (request: IppMessage, target: Pick<OperationRequest, 'queue' | 'printerUri' | 'isSecure' | 'document'>): IppMessage => {
  const { status, groups } = refuseRequest(request) ?? handle(request, target);
  return {
    version: isSpokenVersion(request) ? request.version : { major: 2, minor: 0 },
    code: statuses[status],
    requestId: request.requestId,
    groups: [operationGroup(strings('text', 'status-message', status)), ...groups],
  };
};

const handle = (request: IppMessage, target: Pick<OperationRequest, 'queue' | 'printerUri' | 'isSecure' | 'document'>): OperationAnswer => {
  const operation = nameOf(operations, request.code);
  if (operation === undefined) return refusal('server-error-operation-not-supported');
  return handlers[operation]({ ...target, attributes: request.groups[0]?.attributes ?? [], groups: request.groups });
};

const refuseRequest = (request: IppMessage): OperationAnswer | undefined => {
  const status = flawOf(request);
  return status === undefined ? undefined : refusal(status);
};

const flawOf = (request: IppMessage): StatusName | undefined => {
  if (!isSpokenVersion(request)) return 'server-error-version-not-supported';
  const [operationAttributes] = request.groups;
  // RFC 8011 §4.1.1, §4.1.4: a positive number; charset and language first, in this order; then whom the request is for.
  if (request.requestId < 1 || operationAttributes?.tag !== 'operation') return 'client-error-bad-request';
  const [charset, language] = operationAttributes.attributes;
  if (charset?.name !== 'attributes-charset' || language?.name !== 'attributes-natural-language') return 'client-error-bad-request';
  const [charsetName] = charset.values;
  if (charsetName?.tag !== 'charset' || language.values[0]?.tag !== 'naturalLanguage') return 'client-error-bad-request';
  if (!['utf-8', 'us-ascii'].includes(charsetName.value.toLowerCase())) return 'client-error-charset-not-supported';
  const uri = stringOf(operationAttributes.attributes, 'printer-uri') ?? stringOf(operationAttributes.attributes, 'job-uri');
  return uri === undefined ? 'client-error-bad-request' : undefined;
};

const isSpokenVersion = ({ version }: IppMessage): boolean => (version.major === 1 && version.minor <= 1) || version.major === 2;
