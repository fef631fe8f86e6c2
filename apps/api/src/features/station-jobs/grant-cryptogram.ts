// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { CryptogramAnswer, CryptogramRequest, WriteCardJob } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import type { CallingStation } from '../../platform/access/caller';
import { CaseRepository } from '../../platform/activation/case.repository';
import { IssuerKeyRepository } from '../../platform/activation/issuer-key.repository';
import { JobRepository } from '../../platform/activation/job.repository';
import type { Transaction } from '../../platform/database/transaction';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { IssuerKeys } from '../../platform/keys/issuer-keys';
import type { Refusal } from '../../platform/problems/refusal';

interface Grant {
  readonly keyVersion: number;
  readonly idCarta: string;
}

/**
 * The issuer's cryptogram for a card that waits: only under a lease that stands, to the station that has it, one for each challenge and for no more challenges than a
 * card needs. The grant is in the log before the answer is computed.
 */
@Injectable()
export class GrantCryptogram {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly issuerKeys: IssuerKeys,
  ) {}

  async run(station: CallingStation, requestId: string, jobId: string, { fence, challenge: text }: CryptogramRequest): Promise<Outcome<CryptogramAnswer, Refusal>> {
    const challenge = Buffer.from(text, 'base64url');
    const granted = await this.unitOfWork.run((transaction) => this.grant(transaction, { station, requestId, jobId, fence, challenge }));
    if (!granted.ok) return granted;
    const { keyVersion, idCarta } = granted.value;
    const cryptogram = await this.issuerKeys.cryptogram(keyVersion, idCarta, challenge);
    return accept({ cryptogram: Buffer.from(cryptogram).toString('base64url') });
  }

  private async grant(
    transaction: Transaction,
    { station, requestId, jobId, fence, challenge }: { readonly station: CallingStation; readonly requestId: string; readonly jobId: string; readonly fence: number; readonly challenge: Buffer },
  ): Promise<Outcome<Grant, Refusal>> {
    const jobs = transaction.repository(JobRepository);
    const found = await jobs.ofStation(jobId, station.id);
    const row = found && found.caseId !== null ? await transaction.repository(CaseRepository).held(found.caseId) : undefined;
    // Read again under the case's lock, as for a report.
    const job = row && (await jobs.ofStation(jobId, station.id));
    if (!row || !job) return refuse({ kind: 'job-unknown' });
    if (job.state !== 'pending' || row.state !== 'writing' || job.fence !== fence || row.fence !== fence) return refuse({ kind: 'lease-lost', details: { fence: row.fence } });
    const { authority } = job.message as WriteCardJob;
    if (authority.method !== 'issuer-auth') return refuse({ kind: 'challenge-refused', details: { because: 'method' } });

    const { keyVersion } = authority;
    const keys = transaction.repository(IssuerKeyRepository);
    // Held: a version that another card stops at this instant grants nothing afterwards.
    const version = await keys.held(keyVersion);
    if (!version || !this.issuerKeys.versions.includes(keyVersion)) return refuse({ kind: 'issuer-key-missing', details: { version: keyVersion } });
    if (version.stoppedAt !== null) return refuse({ kind: 'issuer-key-stopped', details: { version: keyVersion } });
    const noted = await keys.noteChallenge(jobId, keyVersion, challenge, transaction.now);
    if (noted === 'too-many') return refuse({ kind: 'challenge-refused', details: { because: 'too-many' } });
    if (noted === 'new') {
      const actor = { kind: 'station', stationId: station.id } as const;
      transaction.audit({ act: 'issuer.cryptogram-granted', actor, requestId, deskId: row.deskId, caseId: row.id, details: { keyVersion, fence } });
    }
    return accept({ keyVersion, idCarta: row.idCarta });
  }
}
