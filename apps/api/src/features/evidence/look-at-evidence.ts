// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import { type EvidenceType, type Outcome, accept, refuse } from '@sportello/domain';
import type { SignedInOperator } from '../../platform/access/caller';
import { actorOf } from '../../platform/audit/audit-entry';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { EvidenceContent } from '../../platform/evidence/content/evidence-content';
import { type EvidencePart, openEvidence } from '../../platform/evidence/evidence-cipher';
import { EvidenceRepository } from '../../platform/evidence/evidence.repository';
import { Keys } from '../../platform/keys/keys';
import type { Refusal } from '../../platform/problems/refusal';
import { ownDesksCase } from './own-desks-case';

export interface Look {
  readonly caller: SignedInOperator;
  readonly requestId: string;
  readonly caseId: string;
  readonly fileId: string;
}

export interface Seen {
  readonly type: EvidenceType;
  readonly bytes: Uint8Array;
}

/** A file, looked at. Who looked at which, and at what of it, is told in the log before a byte leaves. */
@Injectable()
export class LookAtEvidence {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly content: EvidenceContent,
    private readonly keys: Keys,
  ) {}

  whole(look: Look): Promise<Outcome<Seen, Refusal>> {
    return this.open(look, 'content', {});
  }

  async thumbnail(look: Look): Promise<Outcome<Seen, Refusal>> {
    const opened = await this.open(look, 'thumbnail', {});
    return opened.ok ? accept({ type: 'jpeg', bytes: opened.value.bytes }) : opened;
  }

  /** A page as a picture, so that no browser opens the PDF itself; of a picture, the picture. @param page from 1 */
  async page(look: Look, page: number): Promise<Outcome<Seen, Refusal>> {
    const opened = await this.open(look, 'content', { page });
    if (!opened.ok || opened.value.type !== 'pdf') return opened;
    const drawn = await this.content.draw(opened.value.bytes, page - 1);
    if (drawn === undefined) return refuse({ kind: 'not-found' });
    return drawn instanceof Uint8Array ? accept({ type: 'jpeg', bytes: drawn }) : refuse(drawn);
  }

  private open({ caller, requestId, caseId, fileId }: Look, part: EvidencePart, asked: { readonly page?: number }): Promise<Outcome<Seen, Refusal>> {
    return this.unitOfWork.run(async (transaction) => {
      const row = await ownDesksCase(transaction, caller, caseId);
      if (!row.ok) return row;
      const kept = await transaction.repository(EvidenceRepository).part(caseId, fileId, part);
      if (!kept || (asked.page !== undefined && asked.page > kept.pages)) return refuse({ kind: 'not-found' });
      if (!kept.sealed) return refuse({ kind: 'evidence-gone' });
      const bytes = openEvidence({ identity: { id: fileId, caseId, paper: kept.paper }, part, sealed: kept.sealed, keys: this.keys.evidence });
      transaction.audit({
        act: 'evidence.looked-at',
        actor: actorOf(caller),
        requestId,
        deskId: row.value.deskId,
        caseId,
        details: { fileId, paper: kept.paper, part, ...asked },
      });
      return accept({ type: kept.type, bytes });
    });
  }
}
