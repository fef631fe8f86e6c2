// SPDX-License-Identifier: AGPL-3.0-or-later
export type { Clock, IppClient, IppClientOptions, JobProgress, JobTicket, NotFinished, PrintRequest, WaitOptions } from './client/client';
export type { DocumentWhereabouts, IppFault, PrintFault } from './client/fault';
export { isFinished, type JobStatus } from './client/job-status';
export { type PrinterCondition, printerConditions, printerConditionsOf } from './client/printer-condition';
export { createIppClient } from './client/create-ipp-client';
export type { PrinterDescription } from './client/printer-description';
export { fetchCertificate, type PrinterCertificate } from './client/fetch-certificate';
export type { Spooling } from './client/spooling';
export type { JobState, PrinterState } from './codec/states';
