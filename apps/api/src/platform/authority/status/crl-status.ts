// SPDX-License-Identifier: AGPL-3.0-or-later
import type { X509Certificate } from 'node:crypto';
import type { CertificateId } from '../certificate-id';
import { exchange } from '../http-exchange';
import { subjectOf } from '../names';
import { type CertificateStanding, CertificateStatus, CLOCK_SKEW_MS, type NotChecked, notChecked, type StatusOptions } from './certificate-status';
import { readRevokedList, type RevokedList } from './revoked-list';

export interface CrlStatusOptions {
  readonly url: string;
  readonly issuer: X509Certificate;
  readonly now: () => Date;
  readonly patienceMs?: number;
}

const PATIENCE_MS = 20_000;
const MOST_BYTES = 128 * 1024 * 1024;
/** After a failure, and for whoever wants it fresh: not oftener. */
const PAUSE_MS = 30_000;

/** The authority's list of revoked certificates, in memory until its next update. */
export class CrlStatus extends CertificateStatus {
  override readonly source = 'crl';
  private list: RevokedList | undefined;
  private fault: NotChecked = 'silence';
  private triedAt = -Infinity;
  private loading: Promise<void> | undefined;

  constructor(private readonly options: CrlStatusOptions) {
    super();
  }

  override async statusOf(certificate: CertificateId, { isFresh = false }: StatusOptions = {}): Promise<CertificateStanding> {
    if (!subjectOf(this.options.issuer).equals(certificate.issuer)) return notChecked('other-issuer');
    const now = this.options.now().getTime();
    const isDue = isFresh || !this.list || this.list.nextUpdate.getTime() <= now;
    if (isDue && (this.loading || now - this.triedAt >= PAUSE_MS)) await (this.loading ??= this.load().finally(() => (this.loading = undefined)));
    const { list } = this;
    if (!list || list.nextUpdate.getTime() + CLOCK_SKEW_MS < now) return notChecked(list ? 'not-current' : this.fault);
    const revoked = list.find(certificate.serial);
    return revoked ? { kind: 'revoked', ...revoked, until: list.nextUpdate } : { kind: 'good', until: list.nextUpdate };
  }

  private async load(): Promise<void> {
    const { url, issuer, now, patienceMs = PATIENCE_MS } = this.options;
    this.triedAt = now().getTime();
    const exchanged = await exchange({ url, patienceMs, mostBytes: MOST_BYTES });
    const list = exchanged.kind === 'answer' ? await readRevokedList(exchanged.body, { issuer, now: now() }) : 'silence';
    if (typeof list === 'string') this.fault = list;
    // An older list than the one that is held is somebody's who plays it again.
    else if (!this.list || list.thisUpdate >= this.list.thisUpdate) this.list = list;
  }
}
