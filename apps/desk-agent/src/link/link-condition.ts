// SPDX-License-Identifier: AGPL-3.0-or-later
import { assertNever } from '@sportello/domain';
import type { Logger } from '../log/logger';
import type { Answer, DistrustCode } from './signed-requests';

const remedy: Readonly<Record<DistrustCode, string>> = {
  'station-unknown': 'the API does not know this station: enrol it again in an empty STATION_DIR, with a code from an administrator',
  'station-revoked': 'an administrator has revoked this station: it gets no job any more. If it is to work again, enrol it in an empty STATION_DIR, with a code from an administrator',
  'signature-invalid': 'the API does not accept the signature of this station: its folder may be another station\'s, or a proxy changes the requests',
  'clock-skew': 'the clock of this computer differs from the server\'s: set it',
  replayed: 'the API has seen a higher sequence number of this station (was its folder restored from a copy?): it goes on with higher ones',
};

/** An API that does not know the station will not know it in a second either: a person has to act. */
export const usualSlowRetryMs = 30_000;
/** A revoked one is not asked for again, unless the API's database was restored from a copy. */
const REVOKED_RETRIES = 20;

/** How long to wait before the API is asked again that did not take the station. */
export function patienceAfter(answer: Answer, slowRetryMs: number): number {
  return answer.kind === 'not-trusted' && answer.code === 'station-revoked' ? slowRetryMs * REVOKED_RETRIES : slowRetryMs;
}

/** Says once, not at each try, that the link is lost and that it is back. */
export class LinkCondition {
  private trouble = '';
  private isRevoked: boolean | undefined;

  constructor(
    private readonly log: Logger,
    /** The API told that the station was revoked, or that it takes it; each once. */
    private readonly onRevocation: (isRevoked: boolean) => void = () => undefined,
  ) {}

  heard(answer: Answer): void {
    this.noteRevocation(answer);
    switch (answer.kind) {
      case 'accepted':
      case 'refused':
        if (this.trouble !== '') this.log.info('the API answers again');
        this.trouble = '';
        return;
      case 'unreachable':
        this.say('unreachable', () => this.log.warn('the API cannot be reached; the station goes on trying', { because: answer.because }));
        return;
      case 'broken':
        this.say('broken', () => this.log.warn('the API fails over what the station tells it; the station goes on trying'));
        return;
      case 'not-trusted':
        this.say(answer.code, () => this.log.error(remedy[answer.code], { code: answer.code, ...(answer.code === 'clock-skew' ? { secondsAhead: answer.skewSeconds } : {}) }));
        return;
      default:
        assertNever(answer);
    }
  }

  private noteRevocation(answer: Answer): void {
    const isRevoked = answer.kind === 'not-trusted' && answer.code === 'station-revoked';
    if (isRevoked === this.isRevoked || (!isRevoked && answer.kind !== 'accepted')) return;
    this.isRevoked = isRevoked;
    this.onRevocation(isRevoked);
  }

  private say(trouble: string, speak: () => void): void {
    if (this.trouble === trouble) return;
    this.trouble = trouble;
    speak();
  }
}
