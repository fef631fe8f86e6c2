// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '@sportello/domain';
import type { Journal } from '../journal/journal';
import type { StationNews } from '../link/station-news';
import { errorFields } from '../log/error-fields';
import type { Logger } from '../log/logger';
import type { Errand, ErrandAnswer } from './messages';

export interface ErrandPorts {
  readonly journal: Pick<Journal, 'write' | 'record'>;
  readonly news: Pick<StationNews, 'intent' | 'report'>;
  readonly log: Logger;
}

/** Does what a card's process asks of its parent. Until it is answered nothing goes to card or printer. */
export async function runErrand(errand: Errand, ports: ErrandPorts): Promise<ErrandAnswer> {
  try {
    return await attempt(errand, ports);
  } catch (error) {
    ports.log.error('an errand failed', { errand: errand.kind, ...errorFields(error) });
    return { kind: 'failed' };
  }
}

async function attempt(errand: Errand, { journal, news }: ErrandPorts): Promise<ErrandAnswer> {
  switch (errand.kind) {
    case 'post-intent': {
      const delivery = await news.intent(errand.draft);
      if (delivery.kind === 'refused') return { kind: 'refused', code: delivery.code };
      return { kind: delivery.kind === 'accepted' ? 'done' : 'failed' };
    }
    case 'submitted':
      await news.report({ jobId: errand.jobId, type: 'print-envelope' }, { type: 'submitted' });
      return { kind: 'done' };
    case 'puk-attempts':
      return { kind: 'puk-attempts', ...journal.record.pukAttempts(errand.intentId) };
    case 'puk-attempt':
      await journal.write({ type: 'puk-attempt', intentId: errand.intentId, attempt: errand.attempt });
      return { kind: 'done' };
    case 'puk-answered':
      await journal.write({ type: 'puk-answered', intentId: errand.intentId });
      return { kind: 'done' };
    default:
      return assertNever(errand);
  }
}
