// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EvidencePaper, RetentionClass } from '@sportello/domain';
import { X509Certificate } from 'node:crypto';
import type { Transaction } from '../database/transaction';
import { HelpDeskRetentionRepository } from './help-desk-retention.repository';
import { RetentionRepository } from './retention.repository';

/** What a batch erased: how many, and where. */
export interface Erased {
  readonly count: number;
  readonly caseIds: readonly string[];
  readonly fileIds?: readonly string[];
}

/** Erases some of a class, of what was over before the instant. */
export function eraseClass(transaction: Transaction, of: RetentionClass, before: Date, most: number): Promise<Erased> {
  switch (of) {
    case 'identification':
      return eraseIdentifications(transaction, before, most);
    case 'visit':
      return counted(transaction.repository(RetentionRepository).eraseVisits(before, most));
    case 'call':
      return counted(transaction.repository(HelpDeskRetentionRepository).eraseCalls(before, most));
    case 'revocation':
      return counted(transaction.repository(HelpDeskRetentionRepository).eraseRequests(before, transaction.now, most));
    default:
      return eraseFiles(transaction, of, before, most);
  }
}

async function eraseFiles(transaction: Transaction, paper: EvidencePaper, before: Date, most: number): Promise<Erased> {
  const files = await transaction.repository(RetentionRepository).eraseFiles(paper, before, transaction.now, most);
  return { count: files.length, caseIds: [...new Set(files.map(({ caseId }) => caseId))], fileIds: files.map(({ id }) => id) };
}

/** What hangs on no case. */
async function counted(erased: Promise<number>): Promise<Erased> {
  return { count: await erased, caseIds: [] };
}

async function eraseIdentifications(transaction: Transaction, before: Date, most: number): Promise<Erased> {
  const retention = transaction.repository(RetentionRepository);
  const caseIds = await retention.eraseCases(before, transaction.now, most);
  for (const document of await retention.takeDocuments(caseIds)) await retention.keepRemainder(transaction.newId(), document);
  // The chip's signature can be checked for ever; whose chip it was says the ID_Carta.
  for (const { intentId, certificate } of await retention.proofsWithCertificate(caseIds)) await retention.bareProof(intentId, publicKeyIn(certificate));
  await retention.eraseApplications(caseIds);
  await retention.eraseWords(caseIds);
  await retention.eraseOpenings(caseIds);
  await retention.callOffPapers(caseIds, transaction.now);
  return { count: caseIds.length, caseIds };
}

function publicKeyIn(certificate: Buffer): Buffer {
  return new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
}
