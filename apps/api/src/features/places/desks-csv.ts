// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PublicDesk } from '@sportello/contracts';
import { type DeskKind, WEEKDAYS } from '@sportello/domain';
import { csvLine } from '../../platform/csv/csv-line';

const HEADS = ['ente', 'tipo', 'sportello', 'indirizzo', 'cap', 'comune', 'provincia', 'codice_istat', 'telefono', 'lunedi', 'martedi', 'mercoledi', 'giovedi', 'venerdi', 'sabato', 'domenica', 'note_orari'];

const KINDS: Readonly<Record<DeskKind, string>> = { asl: 'ASL', 'hospital-trust': 'Azienda ospedaliera', municipality: 'Comune o URP', pharmacy: 'Farmacia' };

/** Spreadsheets take a file without it for the computer's own code page, and programs that read UTF-8 know to skip it (Unicode §23.8). */
const BYTE_ORDER_MARK = '\uFEFF';

/** The public list as text/csv (RFC 4180), one line for each desk, one column for each day: '08:30-12:30 14:30-17:00'. */
export function desksCsv(desks: readonly PublicDesk[]): string {
  return BYTE_ORDER_MARK + [HEADS, ...desks.map(lineOf)].map((line) => csvLine(line)).join('');
}

function lineOf({ body, kind, name, address, phone, hours, hoursNotes }: PublicDesk): readonly string[] {
  const days = WEEKDAYS.map((day) => hours.filter(({ weekday }) => weekday === day).map(({ from, to }) => `${from}-${to}`).join(' '));
  return [body, KINDS[kind], name, address.street, address.cap, address.municipality, address.province, address.istatCode ?? '', phone ?? '', ...days, hoursNotes.join(' / ')];
}
