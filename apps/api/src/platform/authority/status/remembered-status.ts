// SPDX-License-Identifier: AGPL-3.0-or-later
import type { CertificateId } from '../certificate-id';
import { type CertificateStanding, CertificateStatus, notChecked, type StatusOptions } from './certificate-status';

/** The first of several ways that knows is believed; what it said is kept for a while, so that a card that comes again costs no question. */
export class RememberedStatus extends CertificateStatus {
  private readonly kept = new Map<string, { readonly standing: CertificateStanding; readonly until: number }>();

  constructor(
    private readonly ways: readonly CertificateStatus[],
    private readonly options: { readonly now: () => Date; readonly longestMs?: number; readonly most?: number },
  ) {
    super();
  }

  override async statusOf(certificate: CertificateId, options: StatusOptions = {}): Promise<CertificateStanding> {
    const [standing = notChecked('not-configured')] = await this.statusesOf([certificate], options);
    return standing;
  }

  override async statusesOf(certificates: readonly CertificateId[], options: StatusOptions = {}): Promise<readonly CertificateStanding[]> {
    const known = certificates.map((certificate) => (options.isFresh ? undefined : this.remembered(certificate)));
    const toAsk = certificates.filter((_, index) => known[index] === undefined);
    const said = toAsk.length === 0 ? [] : await this.ask(toAsk, options);
    for (const [index, certificate] of toAsk.entries()) this.remember(certificate, said[index] ?? notChecked('not-configured'));
    const rest = said.values();
    return known.map((standing) => standing ?? rest.next().value ?? notChecked('not-configured'));
  }

  private remembered(certificate: CertificateId): CertificateStanding | undefined {
    const kept = this.kept.get(keyOf(certificate));
    return kept && this.options.now().getTime() < kept.until ? kept.standing : undefined;
  }

  private remember(certificate: CertificateId, standing: CertificateStanding): void {
    const { now, longestMs = LONGEST_MS, most = MOST } = this.options;
    const key = keyOf(certificate);
    this.kept.delete(key);
    if (standing.kind === 'not-checked' || standing.until === null) return;
    this.kept.set(key, { standing, until: Math.min(standing.until.getTime(), now().getTime() + longestMs) });
    // A Map keeps its order: the first is the oldest.
    const [oldest] = this.kept.keys();
    if (this.kept.size > most && oldest !== undefined) this.kept.delete(oldest);
  }

  /** Each way is asked for those of whom none before it knew enough. */
  private async ask(certificates: readonly CertificateId[], options: StatusOptions): Promise<readonly CertificateStanding[]> {
    const standings = certificates.map(() => notChecked('not-configured'));
    let open = [...certificates.keys()];
    for (const way of this.ways) {
      if (open.length === 0) break;
      const said = await way.statusesOf(open.flatMap((index) => certificates[index] ?? []), options);
      open = open.filter((index, place) => {
        const answer = said[place] ?? notChecked('silence');
        const before = standings[index] ?? answer;
        standings[index] = wiserOf(before, answer.kind === 'not-checked' || way.source === undefined ? answer : { ...answer, by: way.source });
        return answer.kind === 'not-checked' || (answer.kind === 'good' && options.isThorough === true);
      });
    }
    return standings;
  }
}

/** *Revoked* is final; else the first that knew, and the reason of whoever should have known says more than that another is not in charge. */
function wiserOf(before: CertificateStanding, said: CertificateStanding): CertificateStanding {
  if (said.kind === 'revoked') return said;
  if (before.kind !== 'not-checked') return before;
  return said.kind !== 'not-checked' || before.why === 'not-configured' || before.why === 'other-issuer' ? said : before;
}

const keyOf = ({ issuer, serial }: CertificateId): string => `${Buffer.from(issuer).toString('base64')} ${serial}`;

const LONGEST_MS = 10 * 60_000;
const MOST = 20_000;
