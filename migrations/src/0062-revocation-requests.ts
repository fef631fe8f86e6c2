// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = `'logged', 'verified', 'transmitted', 'waiting', 'accepted', 'refused-by-authority', 'silent', 'awaiting-supervisor', 'confirmed', 'rejected'`;

/**
 * Requests to end, suspend or take back into use a certificate, every move that each made, and the lots that two supervisors let go. A certificate has one request on
 * its way at a time, and one besides that was recognised and still has to be decided; whoever was not recognised takes no certificate's place.
 */
export class CreateRevocationRequests1764250800062 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table number_series drop constraint ck_number_series_series');
    await runner.query(`alter table number_series add constraint ck_number_series_series check (series in ('case-of-desk', 'receipt-of-body', 'bag-of-desk', 'revocation-requests'))`);
    await runner.query(`
      create table revocation_lot (
        id uuid not null,
        revision integer not null default 1,
        state text not null,
        reason text not null,
        digest bytea not null,
        cards integer not null,
        to_revoke integer not null,
        already_revoked integer not null,
        already_requested integer not null,
        not_active integer not null,
        unknown integer not null,
        asked_by uuid not null,
        asked_at timestamptz not null,
        confirmed_by uuid,
        confirmed_at timestamptz,
        constraint pk_revocation_lot primary key (id),
        constraint fk_revocation_lot_asked_by foreign key (asked_by) references operator (id),
        constraint fk_revocation_lot_confirmed_by foreign key (confirmed_by) references operator (id),
        constraint ck_revocation_lot_state check (state in ('dry-run', 'asked', 'done', 'withdrawn')),
        constraint ck_revocation_lot_digest check (octet_length(digest) = 32),
        constraint ck_revocation_lot_cards check (cards > 0 and to_revoke + already_revoked + already_requested + not_active + unknown = cards),
        constraint ck_revocation_lot_confirmed check ((state = 'done') = (confirmed_by is not null) and (confirmed_by is null) = (confirmed_at is null)),
        constraint ck_revocation_lot_two_people check (confirmed_by <> asked_by)
      )`);
    await runner.query('create index ix_revocation_lot_asked_at on revocation_lot (asked_at)');
    await runner.query(`
      create table revocation_request (
        id uuid not null,
        year integer not null,
        number integer not null,
        revision integer not null default 1,
        act text not null,
        reason text not null,
        crl_reason text not null,
        asker text not null,
        case_kind text,
        way text not null,
        standing text not null,
        approval text not null,
        state text not null,
        since timestamptz not null,
        id_carta text,
        certificate_issuer bytea,
        certificate_serial text,
        certificate_expires_on date,
        initials text not null,
        happened_at timestamptz,
        proof jsonb,
        told jsonb,
        at_desk jsonb,
        call_back_at text,
        notes text,
        is_breach boolean not null,
        is_out_of_hours boolean not null,
        call_id uuid,
        case_id uuid,
        lot_id uuid,
        desk_id uuid,
        recorded_by uuid,
        recorded_at timestamptz not null,
        decided_by uuid,
        decided_at timestamptz,
        verified_at timestamptz,
        transmitted_at timestamptz,
        accepted_at timestamptz,
        visible_at timestamptz,
        constraint pk_revocation_request primary key (id),
        constraint uq_revocation_request_number unique (year, number),
        constraint fk_revocation_request_case foreign key (case_id) references activation_case (id),
        constraint fk_revocation_request_lot foreign key (lot_id) references revocation_lot (id),
        constraint fk_revocation_request_desk foreign key (desk_id) references desk (id),
        constraint fk_revocation_request_recorded_by foreign key (recorded_by) references operator (id),
        constraint fk_revocation_request_decided_by foreign key (decided_by) references operator (id),
        constraint ck_revocation_request_number check (number between 1 and 999999),
        constraint ck_revocation_request_act check (act in ('revocation', 'suspension', 'reactivation')),
        constraint ck_revocation_request_reason check (reason in ('theft', 'loss', 'code-compromise', 'malfunction', 'card-blocked', 'wrong-data', 'changed-data', 'holder-death', 'wrong-delivery', 'lost-case', 'bad-lot', 'ex-officio')),
        constraint ck_revocation_request_crl_reason check (crl_reason in ('keyCompromise', 'affiliationChanged', 'superseded', 'cessationOfOperation', 'certificateHold', 'removeFromCRL', 'privilegeWithdrawn')),
        constraint ck_revocation_request_asker check (asker in ('holder', 'representative', 'relative', 'issuer', 'desk', 'supervisors')),
        constraint ck_revocation_request_way check (way in ('cip-by-phone', 'cip-on-public-page', 'card-at-desk', 'document-at-desk', 'official-act')),
        constraint ck_revocation_request_standing check (standing in ('identified', 'unverified')),
        constraint ck_revocation_request_approval check (approval in ('none', 'supervisor', 'two-supervisors')),
        constraint ck_revocation_request_state check (state in (${STATES})),
        constraint ck_revocation_request_id_carta check (id_carta ~ '^[0-9]{16}$'),
        constraint ck_revocation_request_certificate check (num_nulls(certificate_issuer, certificate_serial, certificate_expires_on) in (0, 3) and (certificate_serial is null or id_carta is not null)),
        constraint ck_revocation_request_certificate_known check (certificate_serial is not null or state in ('logged', 'rejected')),
        constraint ck_revocation_request_decided check ((decided_by is null) = (decided_at is null)),
        constraint ck_revocation_request_two_people check (decided_by <> recorded_by or approval = 'none' and standing = 'identified'),
        constraint ck_revocation_request_visible check ((state = 'confirmed') = (visible_at is not null))
      )`);
    await runner.query(`
      create unique index uq_revocation_request_on_its_way on revocation_request (certificate_issuer, certificate_serial)
        where state not in ('logged', 'confirmed', 'rejected')`);
    await runner.query(`
      create unique index uq_revocation_request_to_decide on revocation_request (certificate_issuer, certificate_serial)
        where state = 'logged' and standing = 'identified'`);
    await runner.query(`create index ix_revocation_request_open on revocation_request (since, id) where state not in ('confirmed', 'rejected')`);
    await runner.query('create index ix_revocation_request_recorded_at on revocation_request (recorded_at, id)');
    await runner.query('create index ix_revocation_request_card on revocation_request (id_carta) where id_carta is not null');
    await runner.query('create index ix_revocation_request_call on revocation_request (call_id) where call_id is not null');
    await runner.query('create index ix_revocation_request_case on revocation_request (case_id) where case_id is not null');
    await runner.query('create index ix_revocation_request_lot on revocation_request (lot_id) where lot_id is not null');
    await runner.query(`
      create table revocation_move (
        id uuid not null,
        request_id uuid not null,
        at timestamptz not null,
        from_state text not null,
        to_state text not null,
        cause text,
        reason text,
        moved_by uuid,
        constraint pk_revocation_move primary key (id),
        constraint fk_revocation_move_request foreign key (request_id) references revocation_request (id),
        constraint fk_revocation_move_moved_by foreign key (moved_by) references operator (id),
        constraint ck_revocation_move_from check (from_state in (${STATES})),
        constraint ck_revocation_move_to check (to_state in (${STATES})),
        constraint ck_revocation_move_cause check (cause in ('not-verified', 'not-entitled', 'withdrawn', 'already-requested', 'sent-anew', 'accepted-elsewhere', 'certificate-unknown'))
      )`);
    await runner.query('create index ix_revocation_move_request on revocation_move (request_id, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table revocation_move');
    await runner.query('drop table revocation_request');
    await runner.query('drop table revocation_lot');
    await runner.query(`delete from number_series where series = 'revocation-requests'`);
    await runner.query('alter table number_series drop constraint ck_number_series_series');
    await runner.query(`alter table number_series add constraint ck_number_series_series check (series in ('case-of-desk', 'receipt-of-body', 'bag-of-desk'))`);
  }
}
