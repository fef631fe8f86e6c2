// SPDX-License-Identifier: AGPL-3.0-or-later
import { STATION_COOKIE } from '@sportello/contracts';
import type { StationCode } from '@sportello/domain';
import { equalInConstantTime, keyedMac } from '@sportello/seal';
import type { StationRow } from '../database/rows/station-row';
import type { LookupKey } from './enrolment-codes';

/** What a browser keeps of the station at which it stands. */
export interface StationBinding {
  readonly stationId: string;
  readonly proof: string;
}

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const BINDING = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([A-Za-z0-9_-]{43})$/;

/** The database keeps a keyed MAC: who reads it learns no code. The desk goes in, because a code is good at its own desk only. */
export function macOfStationCode({ lookup }: LookupKey, deskId: string, code: StationCode): Buffer {
  return Buffer.from(keyedMac({ key: lookup, label: 'station-code', parts: [deskId, code] }));
}

/**
 * The cookie by which a browser stays bound, over sign-outs too. It hangs on the station's code: a station that draws another one, or is enrolled anew, is shown to all
 * browsers again. `__Host-` (RFC 6265bis §4.1.3): this host only, over a secure connection only; and no script reads it.
 */
export function stationCookie(keys: LookupKey, station: Pick<StationRow, 'id' | 'codeMac'>): string {
  return `${STATION_COOKIE}=${station.id}.${proofOf(keys, station)}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; Secure; SameSite=Strict`;
}

export function bindingIn(cookieHeader: string | undefined): StationBinding | undefined {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim().split('='));
  const [, value = ''] = pairs.find(([name]) => name === STATION_COOKIE) ?? [];
  const [, stationId, proof] = BINDING.exec(value) ?? [];
  return stationId !== undefined && proof !== undefined ? { stationId, proof } : undefined;
}

export function isBoundTo(keys: LookupKey, station: Pick<StationRow, 'id' | 'codeMac'>, { stationId, proof }: StationBinding): boolean {
  return station.id === stationId && equalInConstantTime(Buffer.from(proof), Buffer.from(proofOf(keys, station)));
}

function proofOf({ lookup }: LookupKey, { id, codeMac }: Pick<StationRow, 'id' | 'codeMac'>): string {
  if (codeMac === null) return '';
  return Buffer.from(keyedMac({ key: lookup, label: 'station-binding', parts: [id, codeMac] })).toString('base64url');
}
