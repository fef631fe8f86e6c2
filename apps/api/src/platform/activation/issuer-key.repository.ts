// SPDX-License-Identifier: AGPL-3.0-or-later
import { type EntityManager, IsNull, Not } from 'typeorm';
import { IssuerChallengeRow, IssuerKeyRefusalRow, IssuerKeyVersionRow } from '../database/rows/issuer-key-row';

/** So many cards that refuse a version stop it for all: one may be faulty, two mean that the key is wrong, and each further card would lose one of its few tries. */
const REFUSALS_THAT_STOP = 2;

/** Some cards find the issuer's key from the MF only, and draw a new challenge once they are there. More than that nobody needs: a station does not collect cryptograms. */
const CHALLENGES_OF_A_LEASE = 2;

export class IssuerKeyRepository {
  constructor(private readonly rows: EntityManager) {}

  /** Makes known which versions the API has; the others that it ever had are taken out. */
  async know(versions: readonly number[], now: Date): Promise<void> {
    await this.rows.query(
      `insert into issuer_key_version (version, created_at) select version, $2 from unnest($1::int[]) as here (version)
       on conflict (version) do update set taken_out_at = null`,
      [versions, now],
    );
    await this.rows.query('update issuer_key_version set taken_out_at = $2 where taken_out_at is null and version <> all($1::int[])', [versions, now]);
  }

  async all(): Promise<readonly (IssuerKeyVersionRow & { readonly refusals: number })[]> {
    return this.rows.query(
      `select version, created_at as "createdAt", stopped_at as "stoppedAt", taken_out_at as "takenOutAt", (select count(*)::int from issuer_key_refusal r where r.version = v.version) as refusals
       from issuer_key_version v order by version`,
    );
  }

  /** The version, held until the transaction ends: two refusals at once are counted one after the other. */
  async held(version: number): Promise<IssuerKeyVersionRow | undefined> {
    return (await this.rows.findOne(IssuerKeyVersionRow, { where: { version }, lock: { mode: 'pessimistic_write' } })) ?? undefined;
  }

  /** A card refused this version, which the caller holds: `known` when that was counted before. */
  async refused({ version, stoppedAt }: IssuerKeyVersionRow, idCarta: string, now: Date): Promise<'counted' | 'known' | 'stopped'> {
    if (await this.rows.existsBy(IssuerKeyRefusalRow, { version, idCarta })) return 'known';
    await this.rows.insert(IssuerKeyRefusalRow, { version, idCarta, at: now });
    if (stoppedAt !== null || (await this.rows.countBy(IssuerKeyRefusalRow, { version })) < REFUSALS_THAT_STOP) return 'counted';
    await this.rows.update(IssuerKeyVersionRow, { version }, { stoppedAt: now });
    return 'stopped';
  }

  /** False when the version is not stopped. What was counted before counts no longer. */
  async lift(version: number): Promise<boolean> {
    const { affected } = await this.rows.update(IssuerKeyVersionRow, { version, stoppedAt: Not(IsNull()) }, { stoppedAt: null });
    if (affected === 1) await this.rows.delete(IssuerKeyRefusalRow, { version });
    return affected === 1;
  }

  /** Notes a challenge of a lease, whose case the caller holds: `known` when it was answered before, `too-many` when the lease has had its share. */
  async noteChallenge(jobId: string, keyVersion: number, challenge: Buffer, now: Date): Promise<'new' | 'known' | 'too-many'> {
    const noted = await this.rows.findBy(IssuerChallengeRow, { jobId });
    if (noted.some((one) => one.challenge.equals(challenge))) return 'known';
    if (noted.length >= CHALLENGES_OF_A_LEASE) return 'too-many';
    await this.rows.insert(IssuerChallengeRow, { jobId, keyVersion, challenge, at: now });
    return 'new';
  }

  /** The version under which this lease's challenges were answered. */
  async answeredUnder(jobId: string): Promise<number | undefined> {
    return (await this.rows.findOneBy(IssuerChallengeRow, { jobId }))?.keyVersion;
  }

  /** Desks whose pages say what is stopped. */
  async desks(): Promise<readonly string[]> {
    return (await this.rows.query<{ readonly id: string }[]>('select id from desk')).map(({ id }) => id);
  }
}
