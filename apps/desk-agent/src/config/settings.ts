// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { LOG_LEVELS, type LogLevel } from '../log/logger';
import { CannotStart } from './cannot-start';
import { PrinterAddress, type ReaderChoice, ReaderText, ServerUrl } from './addresses';

export interface PrinterSettings {
  readonly uri: string;
  /** SHA-256 of the printer's certificate; null: one that a known authority vouches for, or plain ipp on this computer. */
  readonly certificatePin: string | null;
}

export interface Settings {
  readonly serverUrl: string;
  readonly stationDir: string;
  /** Needed on the first start only. */
  readonly enrolmentCode: string | null;
  readonly reader: ReaderChoice;
  readonly envelopePrinter: PrinterSettings;
  readonly formPrinter: PrinterSettings;
  /** A device is simulated, and the desk's pages say so. */
  readonly areAdaptersTest: boolean;
  readonly logLevel: LogLevel;
}

const CertificatePin = z
  .string()
  .regex(/^([0-9A-Fa-f]{2}:?){32}$/, 'is not a SHA-256 fingerprint in hex')
  .optional();

/** Without TLS there is no certificate to know the printer by. */
const isPinUseful = (printer: string, pin: string | undefined): boolean => pin === undefined || printer.startsWith('ipps:');

const Variables = z.object({
  SERVER_URL: ServerUrl,
  STATION_DIR: z.string().min(1, 'is empty'),
  ENROLMENT_CODE: z.string().trim().min(8, 'is shorter than any code').max(64, 'is longer than any code').optional(),
  READER: ReaderText,
  ENVELOPE_PRINTER: PrinterAddress,
  ENVELOPE_PRINTER_PIN: CertificatePin,
  FORM_PRINTER: PrinterAddress,
  FORM_PRINTER_PIN: CertificatePin,
  ADAPTERS_ARE_TEST: z.enum(['true', 'false'], 'is neither true nor false').default('false'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `is none of ${LOG_LEVELS.join(', ')}`).default('info'),
})
  .refine((given) => isPinUseful(given.ENVELOPE_PRINTER, given.ENVELOPE_PRINTER_PIN), { path: ['ENVELOPE_PRINTER_PIN'], message: 'needs an ipps address' })
  .refine((given) => isPinUseful(given.FORM_PRINTER, given.FORM_PRINTER_PIN), { path: ['FORM_PRINTER_PIN'], message: 'needs an ipps address' });

/** The flags that say the same as a variable, and win over it. */
const variableOfFlag = {
  server: 'SERVER_URL',
  enrol: 'ENROLMENT_CODE',
  reader: 'READER',
  envelopes: 'ENVELOPE_PRINTER',
  forms: 'FORM_PRINTER',
} as const;

/** @throws CannotStart with a line for each variable that is missing or wrong. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>, args: readonly string[]): Settings {
  const given = Object.fromEntries(Object.entries({ ...environment, ...readFlags(args) }).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Variables.safeParse(given);
  if (!parsed.success) {
    const complaints = parsed.error.issues.map(({ path: [name], message }) => `${String(name)} ${given[String(name)] === undefined ? 'is missing' : message}`);
    throw new CannotStart(`The station's configuration is not complete: ${[...new Set(complaints)].join('; ')}.`);
  }
  const { data } = parsed;
  return {
    serverUrl: data.SERVER_URL,
    stationDir: data.STATION_DIR,
    enrolmentCode: data.ENROLMENT_CODE ?? null,
    reader: data.READER,
    envelopePrinter: { uri: data.ENVELOPE_PRINTER, certificatePin: data.ENVELOPE_PRINTER_PIN ?? null },
    formPrinter: { uri: data.FORM_PRINTER, certificatePin: data.FORM_PRINTER_PIN ?? null },
    areAdaptersTest: data.ADAPTERS_ARE_TEST === 'true',
    logLevel: data.LOG_LEVEL,
  };
}

function readFlags(args: readonly string[]): Readonly<Record<string, string>> {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: [...args], options: { server: text, enrol: text, reader: text, envelopes: text, forms: text }, strict: true });
    return Object.fromEntries(Object.entries(variableOfFlag).flatMap(([flag, variable]) => {
      const value = values[flag as keyof typeof variableOfFlag];
      return value === undefined ? [] : [[variable, value]];
    }));
  } catch {
    // parseArgs quotes the argument, which may be the enrolment code.
    throw new CannotStart(`An argument is not understood; there are ${Object.keys(variableOfFlag).map((flag) => `--${flag}`).join(', ')}, each followed by its value.`);
  }
}
