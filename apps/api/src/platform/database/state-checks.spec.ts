// SPDX-License-Identifier: AGPL-3.0-or-later
import { ABSENT_CARD_REASONS, PrinterCondition, ReaderCondition } from '@sportello/contracts';
import { APPLICANT_QUALITIES, AUTHORITY_ANSWERS, CALLER_KINDS, CALL_CATEGORIES, CALL_CHANNELS, CALL_STATES, CARD_STATES, CASE_KINDS, CASE_PAPERS, CASE_PURPOSES, CASE_STATES, CERTIFICATE_ACTS, CERTIFICATE_REVOCATION_REASONS, CRL_REASONS, DECLARATIONS, DESK_KINDS, DUPLICATE_REASONS, EVIDENCE_PAPERS, EVIDENCE_TYPES, FINAL_CASE_STATES, FINAL_REVOCATION_STATES, IDENTIFICATION_WAYS, LOT_SORTS, LOT_STATES, MODES_OF_ACTIVATION, PAPERS, REVOCATION_APPROVALS, REVOCATION_ASKERS, REVOCATION_CAUSES, REVOCATION_STANDINGS, REVOCATION_STATES, ROLES, ROLE_CHANGE_KINDS, ROLE_CHANGE_STATES, SHEET_STATES, SINGLE_SIGN_ON_REFUSALS, TRY_SCOPES, WITHDRAWAL_REASONS } from '@sportello/domain';
import { type TestDatabase, freshDatabase } from '../../testing/fresh-database';

/** The frozen lists of the migrations against the living ones of the domain: a state that the rules learn needs a migration first. */
describe('the CHECK of every state column', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  const literalsOf = async (constraint: string): Promise<readonly string[]> => {
    const [found] = await database.query<{ text: string }>('select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1', [constraint]);
    return [...(found?.text ?? '').matchAll(/'([a-z-]+)'::text/g)].map(([, literal]) => literal ?? '').sort();
  };

  it.each<[string, readonly string[]]>([
    ['ck_activation_case_state', CASE_STATES],
    ['ck_activation_case_kind', CASE_KINDS],
    ['ck_activation_case_purpose', CASE_PURPOSES],
    ['ck_activation_case_duplicate_reason', DUPLICATE_REASONS],
    ['ck_case_application_quality', APPLICANT_QUALITIES],
    ['ck_case_application_absent_reason', ABSENT_CARD_REASONS],
    ['ck_case_paper_paper', CASE_PAPERS],
    ['ck_case_declaration_declaration', DECLARATIONS],
    ['ck_activation_case_mode', MODES_OF_ACTIVATION],
    ['ck_card_mode', MODES_OF_ACTIVATION],
    ['ck_call_record_state', CALL_STATES],
    ['ck_call_record_channel', CALL_CHANNELS],
    ['ck_call_record_caller_kind', CALLER_KINDS],
    ['ck_call_record_category', CALL_CATEGORIES],
    ['ck_cip_try_scope', TRY_SCOPES],
    ['ck_card_state', CARD_STATES.filter((state) => state !== 'unknown')],
    ['ck_sheet_state', SHEET_STATES],
    ['ck_job_paper', PAPERS],
    ['ck_desk_kind', DESK_KINDS],
    ['ck_body_kind', DESK_KINDS],
    ['ck_operator_roles', ROLES],
    ['ck_role_change_roles', ROLES],
    ['ck_role_change_state', ROLE_CHANGE_STATES],
    ['ck_role_change_what', ROLE_CHANGE_KINDS],
    ['ck_pending_single_sign_on_refusal', SINGLE_SIGN_ON_REFUSALS],
    ['ck_station_reader', ReaderCondition.options],
    ['ck_station_envelopes', PrinterCondition.options],
    ['ck_station_forms', PrinterCondition.options],
    ['ck_evidence_file_paper', EVIDENCE_PAPERS],
    ['ck_evidence_file_type', EVIDENCE_TYPES],
    ['ck_evidence_file_reason', WITHDRAWAL_REASONS],
    ['ck_revocation_request_state', REVOCATION_STATES],
    ['ck_revocation_move_from', REVOCATION_STATES],
    ['ck_revocation_move_to', REVOCATION_STATES],
    ['ck_revocation_move_cause', REVOCATION_CAUSES],
    ['ck_revocation_request_act', CERTIFICATE_ACTS],
    ['ck_revocation_request_reason', CERTIFICATE_REVOCATION_REASONS],
    ['ck_revocation_request_asker', REVOCATION_ASKERS],
    ['ck_revocation_request_way', IDENTIFICATION_WAYS],
    ['ck_revocation_request_standing', REVOCATION_STANDINGS],
    ['ck_revocation_request_approval', REVOCATION_APPROVALS],
    ['ck_revocation_attempt_answer', AUTHORITY_ANSWERS],
    ['ck_revocation_lot_state', LOT_STATES],
    ['ck_revocation_lot_card_outcome', LOT_SORTS],
  ])('%s lists what the rules know', async (constraint, known) => {
    expect(await literalsOf(constraint)).toEqual([...known].sort());
  });

  it('agrees with the rules on which cases are open, where the database keeps a card to one', async () => {
    for (const index of ['uq_activation_case_open_card', 'ix_activation_case_open_desk']) {
      const [found] = await database.query<{ text: string }>('select indexdef as text from pg_indexes where indexname = $1', [index]);
      const listed = [...(found?.text ?? '').matchAll(/'([a-z-]+)'::text/g)].map(([, literal]) => literal ?? '').sort();
      expect(listed).toEqual([...FINAL_CASE_STATES].sort());
    }
  });

  it('knows the reasons that an authority is told, and which requests no longer keep a certificate’s place', async () => {
    for (const table of ['revocation_request', 'revocation_attempt']) {
      const [found] = await database.query<{ text: string }>('select pg_get_constraintdef(oid) as text from pg_constraint where conname = $1', [`ck_${table}_crl_reason`]);
      expect([...(found?.text ?? '').matchAll(/'([A-Za-z]+)'::text/g)].map(([, literal]) => literal).sort()).toEqual(Object.keys(CRL_REASONS).sort());
    }
    const [index] = await database.query<{ text: string }>(`select indexdef as text from pg_indexes where indexname = 'uq_revocation_request_on_its_way'`);
    expect([...(index?.text ?? '').matchAll(/'([a-z-]+)'::text/g)].map(([, literal]) => literal).sort()).toEqual(['logged', ...FINAL_REVOCATION_STATES].sort());
  });

  it('is on every column that is called a state, and every constraint has a name of ours', async () => {
    const unchecked = await database.query(
      `select c.table_name from information_schema.columns c where c.table_schema = 'public' and c.column_name = 'state'
       and not exists (select from pg_constraint k where k.conname = 'ck_' || c.table_name || '_state')`,
    );
    expect(unchecked).toEqual([]);
    const named = await database.query<{ name: string }>(
      `select conname as name from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_namespace n on n.oid = t.relnamespace
       where n.nspname = 'public' and contype <> 'n' and t.relname <> 'schema_migration' and conname !~ '^(pk|uq|fk|ck)_'`,
    );
    expect(named).toEqual([]);
  });

  it('keeps instants with their zone', async () => {
    const naive = await database.query(`select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type in ('timestamp without time zone', 'time without time zone')`);
    expect(naive).toEqual([]);
  });
});
