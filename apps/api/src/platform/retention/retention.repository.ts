// SPDX-License-Identifier: AGPL-3.0-or-later
import { FINAL_CASE_STATES, FINAL_REVOCATION_STATES, type EvidencePaper, type RetentionClass } from '@sportello/domain';
import type { EntityManager } from 'typeorm';

/** What one batch erased, by id. */
export interface ErasedFile {
  readonly id: string;
  readonly caseId: string;
}

export interface ErasedDocument {
  readonly caseId: string;
  readonly documentType: string;
  readonly numberLast4: string;
  readonly identifiedBy: string;
  readonly identifiedAt: Date;
}

export interface ProofToBare {
  readonly intentId: string;
  readonly certificate: Buffer;
}

const ENDED = FINAL_REVOCATION_STATES.map((state) => `'${state}'`).join(', ');

/** One copy of the API erases at a time. */
const LOCK = 7_203_611_903;

export class RetentionRepository {
  constructor(private readonly rows: EntityManager) {}

  /** False while another copy erases; the turn ends with the transaction. */
  async takeTurn(): Promise<boolean> {
    const [got] = await this.rows.query<[{ readonly is_ours: boolean }]>('select pg_try_advisory_xact_lock($1) as is_ours', [LOCK]);
    return got.is_ours;
  }

  /** Destroys the bytes of some files of a paper, and the keys that they hung on. */
  async eraseFiles(paper: EvidencePaper, before: Date, now: Date, most: number): Promise<readonly ErasedFile[]> {
    const [erased] = await this.rows.query<[ErasedFile[], number]>(
      `update evidence_file set key_version = null, wrapped_key = null, content = null, thumbnail = null, erased_at = $3
       where id in (
         select f.id from evidence_file f join activation_case c on c.id = f.case_id
         where f.paper = $1 and f.content is not null and ${overForGood('$2', '$4')}
         order by c.changed_at, f.id limit $5 for update of f skip locked)
       returning id, case_id as "caseId"`,
      [paper, before, now, FINAL_CASE_STATES, most],
    );
    return erased;
  }

  /** Blanks what some cases say of a person. What hangs on them is erased by their ids. */
  async eraseCases(before: Date, now: Date, most: number): Promise<readonly string[]> {
    const [erased] = await this.rows.query<[{ readonly id: string }[], number]>(
      `update activation_case set holder = null, certificate = null, refusal_note = null, initials = '', erased_at = $2
       where id in (
         select c.id from activation_case c where c.erased_at is null and ${overForGood('$1', '$3')}
         order by c.changed_at, c.id limit $4 for update skip locked)
       returning id`,
      [before, now, FINAL_CASE_STATES, most],
    );
    return erased.map(({ id }) => id);
  }

  /** Takes the documents away, and answers what may be kept of them. */
  async takeDocuments(caseIds: readonly string[]): Promise<readonly ErasedDocument[]> {
    const [taken] = await this.rows.query<[ErasedDocument[], number]>(
      `delete from identity_document where case_id = any($1::uuid[])
       returning case_id as "caseId", type as "documentType", right(number, 4) as "numberLast4", identified_by as "identifiedBy", identified_at as "identifiedAt"`,
      [caseIds],
    );
    return taken;
  }

  async keepRemainder(id: string, { caseId, documentType, numberLast4, identifiedBy, identifiedAt }: ErasedDocument): Promise<void> {
    await this.rows.query('insert into erased_identification (id, case_id, document_type, number_last4, identified_by, identified_at) values ($1, $2, $3, $4, $5, $6)', [
      id,
      caseId,
      documentType,
      numberLast4,
      identifiedBy,
      identifiedAt,
    ]);
  }

  proofsWithCertificate(caseIds: readonly string[]): Promise<ProofToBare[]> {
    return this.rows.query('select intent_id as "intentId", certificate from proof where case_id = any($1::uuid[]) and certificate is not null', [caseIds]);
  }

  async bareProof(intentId: string, publicKey: Uint8Array): Promise<void> {
    await this.rows.query('update proof set certificate = null, public_key = $2 where intent_id = $1', [intentId, publicKey]);
  }

  /** What people wrote in their own words, who decided what and when aside. Of a correction the log keeps that there was one, and of which datum. */
  async eraseWords(caseIds: readonly string[]): Promise<void> {
    await this.rows.query(`update case_decision set reason = '' where case_id = any($1::uuid[])`, [caseIds]);
    await this.rows.query(`update station_change set reason = '' where case_id = any($1::uuid[]) and reason is not null`, [caseIds]);
    await this.rows.query(`update case_approval set reason = '' where case_id = any($1::uuid[]) and reason is not null`, [caseIds]);
    await this.rows.query('delete from case_correction where case_id = any($1::uuid[])', [caseIds]);
    await this.rows.query('update case_hand_over set note = null where case_id = any($1::uuid[])', [caseIds]);
  }

  /** Who came for the holder goes with the document; in which quality, with which papers and declarations says nothing of a person. */
  async eraseApplications(caseIds: readonly string[]): Promise<void> {
    await this.rows.query(
      `update case_application set card_id_carta = null, card_codice_fiscale = null, card_absent_note = null, decree = null, delegation = null, emancipation_title = null
       where case_id = any($1::uuid[])`,
      [caseIds],
    );
  }

  /** A paper that a station never fetched names the holder still; it is not printed any more. */
  async callOffPapers(caseIds: readonly string[], now: Date): Promise<void> {
    await this.rows.query(`update job set state = 'cancelled', message = null, ended_at = $2 where case_id = any($1::uuid[]) and state = 'pending'`, [caseIds, now]);
  }

  /** What opens the log's commitments about some cases; its rows stay, and prove the same. */
  async eraseOpenings(caseIds: readonly string[]): Promise<void> {
    await this.rows.query('delete from audit_opening where row_id in (select id from audit_row where case_id = any($1::uuid[]))', [caseIds]);
  }

  async eraseVisits(before: Date, most: number): Promise<number> {
    const [, count] = await this.rows.query<[unknown, number]>('delete from visit where id in (select id from visit where at < $1 order by at limit $2)', [before, most]);
    return count;
  }

  async lastErased(): Promise<ReadonlyMap<RetentionClass, Date>> {
    const found = await this.rows.query<{ readonly class: RetentionClass; readonly at: Date }[]>(`select details->>'class' as class, max(at) as at from audit_row where act = 'retention.erased' group by 1`);
    return new Map(found.map((each) => [each.class, each.at]));
  }
}

/**
 * SQL: case `c` ended before an instant, and nothing about its card is pending: no open case of that card, no request for its revocation on its way, no follow-up that a
 * supervisor decided, no matter that people have to explain about its sheets.
 */
function overForGood(before: string, finalStates: string): string {
  return `c.state = any(${finalStates}) and c.changed_at < ${before}
    and not exists (select from activation_case o where o.id_carta = c.id_carta and o.state <> all(${finalStates}))
    and not exists (select from revocation_request r where r.id_carta = c.id_carta and r.state not in (${ENDED}))
    and not exists (select from case_decision d join activation_case e on e.id = d.case_id where e.id_carta = c.id_carta and d.follow_up is not null)
    and not exists (
      select from sheet s join custody_matter m on m.desk_id = s.desk_id and m.state <> 'closed' cross join lateral jsonb_array_elements(m.ranges) r
      where s.case_id = c.id and s.control_number between r->>'first' and r->>'last')`;
}
