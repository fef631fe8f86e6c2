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
    const { now, longestMs = LONGEST_MS, most = MOST } = this.options;
    const key = `${Buffer.from(certificate.issuer).toString('base64')} ${certificate.serial}`;
    const known = this.kept.get(key);
    if (known && !options.isFresh && now().getTime() < known.until) return known.standing;
    const standing = await this.ask(certificate, options);
    this.kept.delete(key);
    if (standing.kind === 'not-checked' || standing.until === null) return standing;
    this.kept.set(key, { standing, until: Math.min(standing.until.getTime(), now().getTime() + longestMs) });
    // A Map keeps its order: the first is the oldest.
    const [oldest] = this.kept.keys();
    if (this.kept.size > most && oldest !== undefined) this.kept.delete(oldest);
    return standing;
  }

  private async ask(certificate: CertificateId, options: StatusOptions): Promise<CertificateStanding> {
    let standing = notChecked('not-configured');
    for (const way of this.ways) {
      const said = await way.statusOf(certificate, options);
      if (said.kind !== 'not-checked') {
        const told = way.source === undefined ? said : { ...said, by: way.source };
        if (said.kind === 'revoked' || !options.isThorough) return told;
        if (standing.kind === 'not-checked') standing = told;
        continue;
      }
      // The reason of whoever should have known says more than that another is not in charge.
      if (standing.kind === 'not-checked' && (standing.why === 'not-configured' || standing.why === 'other-issuer')) standing = said;
    }
    return standing;
  }
}

const LONGEST_MS = 10 * 60_000;
const MOST = 20_000;
