// SPDX-License-Identifier: AGPL-3.0-or-later
import type { DaySum, MatterKind, MatterOutcome, SheetLossReason, SheetMovementKind, SheetState } from '@sportello/domain';
import type { RegisterCount, RegisterLanguage } from './register-data';

export type SumLine = Exclude<keyof DaySum, 'closing' | 'difference'>;

export interface RegisterTexts {
  readonly title: string;
  readonly test: string;
  readonly dayOf: (day: string) => string;
  readonly printed: (at: string, by: string) => string;
  readonly page: (page: number, of: number) => string;
  readonly sumTitle: string;
  readonly sum: Readonly<Record<SumLine, string>>;
  readonly closing: string;
  readonly total: string;
  readonly difference: string;
  readonly sums: string;
  readonly sumsNot: string;
  readonly notClosed: string;
  readonly none: string;
  readonly heads: readonly [string, string, string, string, string, string];
  readonly states: Readonly<Record<SheetState, string>>;
  readonly kinds: Readonly<Record<Exclude<SheetMovementKind, 'moved'>, string>>;
  readonly occasions: Readonly<Record<RegisterCount['occasion'], string>>;
  readonly counted: (differences: number, cases: number) => string;
  readonly handedOver: (from: string, to: string) => string;
  readonly matters: Readonly<Record<MatterKind, string>>;
  readonly outcomes: Readonly<Record<MatterOutcome, string>>;
  readonly waits: string;
  readonly reasons: Readonly<Record<SheetLossReason, string>>;
  readonly case: (number: number) => string;
  readonly signatures: readonly [string, string];
}

const ITALIAN: RegisterTexts = {
  title: 'Registro dei fogli busta',
  test: 'Ambiente di prova: questo foglio non ha valore.',
  dayOf: (day) => `Giornata del ${day}`,
  printed: (at, by) => `Stampato ${at} da ${by}`,
  page: (page, of) => `Pagina ${page} di ${of}`,
  sumTitle: 'La somma della giornata',
  sum: {
    opening: 'All’apertura',
    received: 'Ricevuti',
    transferredIn: 'Arrivati da altri sportelli',
    delivered: 'Consegnati',
    spoiled: 'Scartati',
    destroyed: 'Distrutti',
    transferredOut: 'Inviati ad altri sportelli',
  },
  closing: 'Alla chiusura',
  total: 'In tutto',
  difference: 'Differenza',
  sums: 'La giornata torna: ogni foglio ha il suo posto.',
  sumsNot: 'La giornata non torna: due persone devono spiegarla.',
  notClosed: 'Giornata non ancora chiusa: i numeri sono quelli di adesso.',
  none: 'Nessun movimento.',
  heads: ['Ora', 'Fatto', 'Fogli', 'N.', 'Dove', 'Nota'],
  states: { 'in-stock': 'In giacenza', loaded: 'Caricato', printed: 'Busta stampata', held: 'In custodia', delivered: 'Consegnato', spoiled: 'Scartato', destroyed: 'Distrutto' },
  kinds: { received: 'Ricevuti', 'transferred-in': 'Arrivati', 'transferred-out': 'Inviati' },
  occasions: { opening: 'Apertura', handover: 'Cambio operatore', closing: 'Chiusura' },
  counted: (differences, cases) => `${differences === 0 ? 'nessuna differenza' : `differenze: ${differences}`}, pratiche aperte: ${cases}`,
  handedOver: (from, to) => `${from} lascia a ${to}`,
  matters: {
    'number-skipped': 'Numero saltato',
    'number-repeated': 'Numero già usato',
    'number-unknown': 'Numero sconosciuto',
    'count-differs': 'Conteggio diverso',
    'day-not-closed': 'Giornata non chiusa',
    'transfer-short': 'Fogli non arrivati',
    destruction: 'Distruzione chiesta',
    'spoiled-limit': 'Troppi fogli scartati',
  },
  outcomes: { found: 'ritrovati', spoiled: 'scartati', destroyed: 'distrutti', explained: 'spiegato', kept: 'conservati', lifted: 'stampa riaperta' },
  waits: 'in attesa di firma',
  reasons: {
    'printer-trouble': 'stampante',
    'sheet-missing': 'foglio non uscito',
    'sheet-damaged': 'foglio rovinato',
    'sheet-illegible': 'foglio illeggibile',
    'envelope-opened': 'busta aperta',
    'envelope-lost': 'busta smarrita',
    'codes-died': 'codici annullati',
    'case-ended': 'pratica finita',
    'proof-invalid': 'prova del chip non valida',
    'sheet-skipped': 'numero saltato',
    'missing-at-count': 'mancante al conteggio',
    'lost-on-the-way': 'perso nel trasferimento',
    'stock-destroyed': 'distrutto con due firme',
  },
  case: (number) => `pratica ${number}`,
  signatures: ['Firma dell’operatore', 'Firma di chi controlla'],
};

const ENGLISH: RegisterTexts = {
  title: 'Register of envelope sheets',
  test: 'Test environment: this sheet has no value.',
  dayOf: (day) => `Day ${day}`,
  printed: (at, by) => `Printed ${at} by ${by}`,
  page: (page, of) => `Page ${page} of ${of}`,
  sumTitle: 'The day’s sum',
  sum: {
    opening: 'At the opening',
    received: 'Received',
    transferredIn: 'Arrived from other desks',
    delivered: 'Delivered',
    spoiled: 'Spoiled',
    destroyed: 'Destroyed',
    transferredOut: 'Sent to other desks',
  },
  closing: 'At the closing',
  total: 'In all',
  difference: 'Difference',
  sums: 'The day sums: every sheet has its place.',
  sumsNot: 'The day does not sum: two people have to explain it.',
  notClosed: 'The day is not closed yet: the figures are those of now.',
  none: 'Nothing moved.',
  heads: ['Time', 'Fact', 'Sheets', 'No.', 'Where', 'Note'],
  states: { 'in-stock': 'In stock', loaded: 'Loaded', printed: 'Envelope printed', held: 'Held', delivered: 'Delivered', spoiled: 'Spoiled', destroyed: 'Destroyed' },
  kinds: { received: 'Received', 'transferred-in': 'Arrived', 'transferred-out': 'Sent' },
  occasions: { opening: 'Opening', handover: 'Operator change', closing: 'Closing' },
  counted: (differences, cases) => `${differences === 0 ? 'no difference' : `differences: ${differences}`}, open cases: ${cases}`,
  handedOver: (from, to) => `${from} hands over to ${to}`,
  matters: {
    'number-skipped': 'Number skipped',
    'number-repeated': 'Number used before',
    'number-unknown': 'Number unknown',
    'count-differs': 'Count differs',
    'day-not-closed': 'Day not closed',
    'transfer-short': 'Sheets not arrived',
    destruction: 'Destruction asked',
    'spoiled-limit': 'Too many spoiled sheets',
  },
  outcomes: { found: 'found', spoiled: 'spoiled', destroyed: 'destroyed', explained: 'explained', kept: 'kept', lifted: 'printing again' },
  waits: 'awaits a signature',
  reasons: {
    'printer-trouble': 'printer',
    'sheet-missing': 'sheet did not come out',
    'sheet-damaged': 'sheet damaged',
    'sheet-illegible': 'sheet illegible',
    'envelope-opened': 'envelope opened',
    'envelope-lost': 'envelope lost',
    'codes-died': 'codes voided',
    'case-ended': 'case ended',
    'proof-invalid': 'chip’s proof invalid',
    'sheet-skipped': 'number skipped',
    'missing-at-count': 'missing at the count',
    'lost-on-the-way': 'lost on the way',
    'stock-destroyed': 'destroyed with two signatures',
  },
  case: (number) => `case ${number}`,
  signatures: ['Operator’s signature', 'Signature of whoever checks'],
};

export const REGISTER_TEXTS: Readonly<Record<RegisterLanguage, RegisterTexts>> = { it: ITALIAN, en: ENGLISH };
