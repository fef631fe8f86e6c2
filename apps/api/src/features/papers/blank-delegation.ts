// SPDX-License-Identifier: AGPL-3.0-or-later
import { Injectable } from '@nestjs/common';
import type { PaperLanguage } from '@sportello/contracts';
import { type Outcome, accept, refuse } from '@sportello/domain';
import { renderPaper } from '@sportello/paper';
import { createHash } from 'node:crypto';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { PaperHeads } from '../../platform/paper/paper-heads';
import { Clock } from '../../platform/ports/clock';
import type { Refusal } from '../../platform/problems/refusal';
import { SourceThrottle } from '../../platform/throttle/source-throttle';

/** Somebody who loads it down in three languages, twice; and a public office behind one address. */
const LIMITS = { mostOfSource: 30, windowMs: 60_000, mostSources: 10_000 };
/** The file's own date, so that the same form is the same file at every copy of the API. */
const FORM_DATE = new Date('2026-08-03T00:00:00Z');

export interface PublicFile {
  readonly content: Buffer;
  readonly etag: string;
}

/** The blank delegation form that anybody may load down: drawn once for each language, since it tells of nobody. */
@Injectable()
export class BlankDelegation {
  private readonly throttle = new SourceThrottle(LIMITS);
  private readonly drawn = new Map<PaperLanguage, Promise<Outcome<PublicFile, Refusal>>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly heads: PaperHeads,
    private readonly clock: Clock,
  ) {}

  async run(language: PaperLanguage, source: string): Promise<Outcome<PublicFile, Refusal>> {
    const seconds = this.throttle.secondsToWait(source, this.clock.now());
    if (seconds > 0) return refuse({ kind: 'too-many-attempts', details: { retryAfterSeconds: seconds } });
    const drawing = this.drawn.get(language) ?? this.draw(language);
    this.drawn.set(language, drawing);
    try {
      const file = await drawing;
      if (!file.ok) this.drawn.delete(language);
      return file;
    } catch (error) {
      this.drawn.delete(language);
      throw error;
    }
  }

  private async draw(language: PaperLanguage): Promise<Outcome<PublicFile, Refusal>> {
    const head = await this.unitOfWork.read((transaction) => this.heads.ofNoDesk(transaction, language));
    if (!head) return refuse({ kind: 'not-found' });
    const text = { paper: 'delegation', formNumber: null, holder: null, delegate: null } as const;
    const content = await renderPaper({ language, head, text, date: FORM_DATE });
    return accept({ content, etag: `"${createHash('sha256').update(content).digest('base64url')}"` });
  }
}
