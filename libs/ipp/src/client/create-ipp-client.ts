// SPDX-License-Identifier: AGPL-3.0-or-later
import { certificatePinOf } from './certificate-pin';
import type { IppClient, IppClientOptions, PrintRequest } from './client';
import { connect } from './connect';
import { type Answered, exchange } from './exchange';
import type { IppFault, PrintFault } from './fault';
import { faultOfStatus } from './fault-of-status';
import { type JobStatus, jobStatusAttributes, readJobStatus } from './job-status';
import { printerAddressOf } from './printer-address';
import { printerAttributes, readPrinterDescription } from './printer-description';
import { cancelJob, encodeRequest, getJobAttributes, getPrinterAttributes, type IppRequest, printJob, validateJob } from './requests';
import { systemClock } from './system-clock';
import { waitForJob } from './wait-for-job';

const usualTimeoutMs = 10_000;

/**
 * A client for one printer. It holds no connection and no state but the count of its requests.
 *
 * @throws TypeError when the URI or the pin cannot be read, or a pin is given for an address without TLS.
 */
export const createIppClient = (options: IppClientOptions): IppClient => {
  const address = printerAddressOf(options.uri);
  const pin = options.certificatePin === undefined ? undefined : certificatePinOf(options.certificatePin);
  if (pin !== undefined && !address.isSecure) throw new TypeError('a certificate pin needs an ipps address');
  const timeoutMs = options.timeoutMs ?? usualTimeoutMs;
  let requestId = 0;

  const ask = async (request: IppRequest): Promise<Answered | IppFault> => {
    const connected = await connect(address, pin, timeoutMs);
    if (connected.kind !== 'connected') return connected;
    const answer = await exchange({ socket: connected.socket, address, timeoutMs }, encodeRequest(request, (requestId += 1)));
    return answer.kind === 'answered' ? (faultOfStatus(answer.message.code) ?? answer) : answer;
  };

  const print = async ({ document, onBeforeFirstByte, ...ticket }: PrintRequest): Promise<JobStatus | PrintFault> => {
    const message = encodeRequest(printJob(address.uri, ticket), (requestId += 1));
    const connected = await connect(address, pin, timeoutMs);
    if (connected.kind !== 'connected') return { ...connected, document: 'not-sent' };
    try {
      await onBeforeFirstByte?.();
    } catch (error) {
      connected.socket.destroy();
      throw error;
    }
    const { socket } = connected;
    const writtenBefore = socket.bytesWritten;
    const answer = await exchange({ socket, address, timeoutMs }, message, document);
    // The printer may have hung up while the caller wrote its journal: then nothing was handed to the connection, and nothing left.
    return printOutcome(answer, socket.bytesWritten > writtenBefore);
  };

  const client: IppClient = {
    getPrinterAttributes: async () => {
      const answer = await ask(getPrinterAttributes(address.uri, printerAttributes));
      return answer.kind === 'answered' ? readPrinterDescription(answer.message) : answer;
    },
    validateJob: async (ticket) => {
      const answer = await ask(validateJob(address.uri, ticket));
      return answer.kind === 'answered' ? { kind: 'valid' } : answer;
    },
    printJob: print,
    getJobAttributes: async (jobId) => {
      const answer = await ask(getJobAttributes(address.uri, jobId, jobStatusAttributes));
      return answer.kind === 'answered' ? readJobStatus(answer.message) : answer;
    },
    cancelJob: async (jobId, requestingUser) => {
      const answer = await ask(cancelJob(address.uri, jobId, requestingUser));
      return answer.kind === 'answered' ? { kind: 'cancelled' } : answer;
    },
    waitForJob: (jobId, wait) => waitForJob(client, options.clock ?? systemClock, jobId, wait),
  };
  return client;
};

/** Only an answer in IPP says what became of a document that left; all else that happens then is no answer. */
const printOutcome = (answer: Answered | IppFault, hasLeft: boolean): JobStatus | PrintFault => {
  if (answer.kind !== 'answered') return { ...answer, document: hasLeft ? 'maybe-taken' : 'not-sent' };
  const fault = faultOfStatus(answer.message.code);
  if (fault !== undefined) return { ...fault, document: 'refused' };
  const job = readJobStatus(answer.message);
  if (job.kind !== 'job') return { ...job, document: 'maybe-taken' };
  return job.state === 'aborted' || job.state === 'canceled' ? { kind: 'aborted', document: 'maybe-taken' } : job;
};
