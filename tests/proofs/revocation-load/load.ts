// SPDX-License-Identifier: AGPL-3.0-or-later
/* eslint-disable @nx/enforce-module-boundaries -- the API with its adapters: no package */
import { X509Certificate } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { CmpAuthority } from '../../../apps/api/src/platform/authority/cmp/cmp-authority';
import { subjectOf } from '../../../apps/api/src/platform/authority/names';
import { OcspStatus } from '../../../apps/api/src/platform/authority/status/ocsp-status';
import { RememberedStatus } from '../../../apps/api/src/platform/authority/status/remembered-status';
import { putOutRequests } from '../../../apps/api/src/testing/open-requests';
import { TestApi } from '../../../apps/api/src/testing/test-api';
import { AuthorityProcess } from './authority-process';
import { RunningClock } from './running-clock';

export interface Load {
  readonly seconds: number;
  /** Requests a second. */
  readonly rate: number;
  readonly say?: (line: string) => void;
}

export interface LoadTally {
  readonly requests: number;
  /** Not seen revoked in the end. */
  readonly lost: number;
  /** Certificates that the authority was asked to revoke under more than one transaction, or accepted twice. */
  readonly doubled: number;
  /** Messages that the authority heard: more than requests, when an answer got lost. */
  readonly heard: number;
  /** From the request to OCSP's *revoked*, of those that were asked while the authority was there and before it went away. */
  readonly ms: { readonly median: number; readonly p99: number };
  readonly awaySeconds: number;
  /** From its return until the last of those that had waited was seen revoked. */
  readonly caughtUpMs: number;
}

/** Ten times a second. */
const STEP_MS = 100;
const WAIT_MS = 1_000;
const PATIENCE_MS = 600_000;

/** Requests at a rate, as the desk lets them go, while the authority goes away in the second third and comes back; two copies of the API carry them. */
export async function load({ seconds, rate, say = () => undefined }: Load): Promise<LoadTally> {
  const authority = await AuthorityProcess.start();
  const { certificateDer, client } = authority;
  const issuer = new X509Certificate(certificateDer);
  const now = (): Date => new Date();
  const outside = {
    revocationAuthority: new CmpAuthority({ url: `${authority.url}/cmp`, signer: { ...client, chain: [] }, authority: issuer, now }),
    certificateStatus: new RememberedStatus([new OcspStatus({ url: `${authority.url}/ocsp`, issuer, certIdHash: 'sha1', now })], { now }),
  };
  const api = await TestApi.start({ ...outside, clock: new RunningClock() });
  const copy = await TestApi.start({ ...outside, copyOf: api });
  try {
    const [steps, perStep, began] = [(seconds * 1000) / STEP_MS, (rate * STEP_MS) / 1000, performance.now()];
    const [away, back] = [Math.floor(steps / 3), Math.floor((2 * steps) / 3)];
    let asked = 0;
    let [wentAway, cameBack] = [now(), now()];
    for (let step = 0; step < steps; step += 1) {
      if (step === away) {
        wentAway = now();
        await authority.away();
        say(`${asked} requests; the authority is away.`);
      }
      if (step === back) {
        cameBack = now();
        await authority.back();
        say(`${asked} requests; the authority is back.`);
      }
      const count = Math.round((step + 1) * perStep) - asked;
      await putOutRequests(api.database, { issuer: subjectOf(issuer), serials: Array.from({ length: count }, (_, index) => serialOf(asked + index)), at: now() });
      asked += count;
      await setTimeout(Math.max(0, began + (step + 1) * STEP_MS - performance.now()));
    }
    say(`${asked} requests in ${((performance.now() - began) / 1000).toFixed(1)} s; waiting for the last.`);
    const confirmed = async (): Promise<number> => Number((await api.database.query<{ count: string }>(`select count(*) from revocation_request where state = 'confirmed'`))[0]?.count);
    for (const until = performance.now() + PATIENCE_MS; (await confirmed()) < asked && performance.now() < until; ) {
      await setTimeout(WAIT_MS);
      say(`${await confirmed()} are seen revoked.`);
    }

    const { heard, doubled } = await authority.tally();
    const times = (await api.database.query<{ ms: string }>(`select extract(epoch from visible_at - recorded_at) * 1000 as ms from revocation_request where visible_at < $1 order by 1`, [wentAway])).map(({ ms }) => Number(ms));
    const [last] = await api.database.query<{ at: Date }>('select max(visible_at) as at from revocation_request where recorded_at < $1', [cameBack]);
    const [twice] = await api.database.query<{ count: string }>(`select count(*) from (select 1 from revocation_move where to_state in ('accepted', 'confirmed') group by request_id, to_state having count(*) > 1) twice`);
    return {
      requests: asked,
      lost: asked - (await confirmed()),
      doubled: doubled + Number(twice?.count),
      heard,
      ms: { median: quantile(times, 0.5), p99: quantile(times, 0.99) },
      awaySeconds: Math.round((cameBack.getTime() - wentAway.getTime()) / 1000),
      caughtUpMs: (last?.at.getTime() ?? 0) - cameBack.getTime(),
    };
  } finally {
    await copy.close();
    await api.close();
    await authority.stop();
  }
}

const serialOf = (index: number): string => `00c0ffee${index.toString(16).padStart(8, '0')}`;

const quantile = (sorted: readonly number[], part: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
