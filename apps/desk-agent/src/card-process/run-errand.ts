// SPDX-License-Identifier: AGPL-3.0-or-later
import { CryptogramAnswer } from '@sportello/contracts';
import { assertNever } from '@sportello/domain';
import type { Journal } from '../journal/journal';
import type { Delivery } from '../link/outbox';
import type { StationNews } from '../link/station-news';
import { errorFields } from '../log/error-fields';
import type { Logger } from '../log/logger';
import type { Errand, ErrandAnswer } from './messages';

export interface ErrandPorts {
  readonly journal: Pick<Journal, 'write' | 'record'>;
  readonly news: Pick<StationNews, 'intent' | 'submitted' | 'cryptogram' | 'withdrawCryptogram'>;
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
    case 'post-intent':
      return answerOf(await news.intent(errand.draft));
    case 'submitted':
      return answerOf(await news.submitted(errand.jobId));
    case 'puk-attempts':
      return { kind: 'puk-attempts', ...journal.record.pukAttempts(errand.intentId) };
    case 'puk-attempt':
      await journal.write({ type: 'puk-attempt', intentId: errand.intentId, attempt: errand.attempt });
      return { kind: 'done' };
    case 'puk-answered':
      await journal.write({ type: 'puk-answered', intentId: errand.intentId, triesLeft: errand.triesLeft });
      return { kind: 'done' };
    case 'cryptogram':
      return cryptogramOf(await news.cryptogram(errand.jobId, { fence: errand.fence, challenge: errand.challenge }));
    case 'no-cryptogram':
      news.withdrawCryptogram(errand.jobId);
      return { kind: 'done' };
    default:
      return assertNever(errand);
  }
}

function cryptogramOf(delivery: Delivery): ErrandAnswer {
  if (delivery.kind !== 'accepted') return answerOf(delivery);
  const answer = CryptogramAnswer.safeParse(delivery.body);
  return answer.success ? { kind: 'cryptogram', cryptogram: answer.data.cryptogram } : { kind: 'failed' };
}

function answerOf(delivery: Delivery): ErrandAnswer {
  if (delivery.kind === 'refused') return { kind: 'refused', code: delivery.code };
  return { kind: delivery.kind === 'accepted' ? 'done' : 'failed' };
}
