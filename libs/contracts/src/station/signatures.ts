// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the signatures beside a document mean (`signDocument` of libs/seal): one that was made for a job is never valid for an intent. */
export const SIGNATURE_PURPOSES = { job: 'station-job', intent: 'codes-intent' } as const;

/** The `keyid` of the one request that a station signs before it has a name; every later one carries the station's id. */
export const ENROLMENT_KEY_ID = 'enrolment';
