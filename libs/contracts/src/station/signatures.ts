// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the signatures beside a document mean (`signDocument` of libs/seal): one that was made for a job is never valid for an intent. */
export const SIGNATURE_PURPOSES = {
  job: 'station-job',
  intent: 'codes-intent',
  /** A station's, over the vault's blob and all that it is bound to: what the vault checks by itself, long after the intent. */
  vaultBlob: 'vault-blob',
  stationIdentity: 'station-identity',
  /** The vault's, over a version of its key and over each of its answers. */
  vaultKey: 'vault-key',
  vaultAnswer: 'vault-answer',
  /** The vault's, over a blob that it sealed to another station: without it that station writes no codes but its own. */
  resealedBlob: 'resealed-blob',
  /** The API's, over the list of the vault's keys that living blobs are sealed to. */
  vaultKeysInUse: 'vault-keys-in-use',
  /** A rehearsal's API's, over the drills that somebody did there. */
  drillRecord: 'drill-record',
} as const;

/** The `keyid` of the one request that a station signs before it has a name; every later one carries the station's id. */
export const ENROLMENT_KEY_ID = 'enrolment';
