// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What the application's role may do with each table; anything not named here it may not do. It owns nothing, and adds to the audit rows without ever changing one.
 * Granted anew after each migration, so that a new table is one line here and a right taken back is one word less.
 */
export const PRIVILEGES = {
  schema_migration: ['select'],
  installation: ['select'],
  body: ['select', 'insert', 'update'],
  desk: ['select', 'insert', 'update'],
  number_series: ['select', 'insert', 'update'],
  station: ['select', 'insert', 'update'],
  operator: ['select', 'insert', 'update'],
  session: ['select', 'insert', 'update', 'delete'],
  sign_in_attempt: ['select', 'insert', 'update', 'delete'],
  card: ['select', 'insert', 'update'],
  transport_codes: ['select', 'insert', 'delete'],
  card_in_reader: ['select', 'insert', 'update'],
  visit: ['select', 'insert'],
  activation_case: ['select', 'insert', 'update'],
  case_decision: ['select', 'insert'],
  identity_document: ['select', 'insert'],
  sheet: ['select', 'insert', 'update'],
  sheet_box: ['select', 'insert'],
  sheet_transfer: ['select', 'insert', 'update'],
  sheet_bag: ['select', 'insert', 'update'],
  sheet_movement: ['select', 'insert'],
  desk_day: ['select', 'insert', 'update'],
  sheet_count: ['select', 'insert'],
  custody_matter: ['select', 'insert', 'update'],
  job: ['select', 'insert', 'update'],
  intent: ['select', 'insert', 'update'],
  issuer_key_version: ['select', 'insert', 'update'],
  issuer_key_refusal: ['select', 'insert', 'delete'],
  issuer_challenge: ['select', 'insert'],
  proof: ['select', 'insert', 'update'],
  idempotency_key: ['select', 'insert', 'update', 'delete'],
  audit_row: ['select', 'insert'],
} as const satisfies Readonly<Record<string, readonly ('select' | 'insert' | 'update' | 'delete')[]>>;
