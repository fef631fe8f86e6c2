// SPDX-License-Identifier: AGPL-3.0-or-later
import { homedir } from 'node:os';
import { parseArgs } from 'node:util';
import { PCSC_BINDINGS, type PcscBindingName } from '@sportello/card-io/pcsc';
import { isBlind, STATIONERIES, type Stationery } from '@sportello/domain';
import * as z from 'zod';
import { LOG_LEVELS, type LogLevel } from '../log/logger';
import { CannotStart } from './cannot-start';
import { OperatorReaderText, PrinterAddress, type ReaderChoice, ReaderText, ServerUrl } from './addresses';
import { defaultStationDir } from './default-station-dir';

export interface PrinterSettings {
  readonly uri: string;
  /** SHA-256 of the printer's certificate; null: one that a known authority vouches for, or plain ipp on this computer. */
  readonly certificatePin: string | null;
  /** Whether what is printed there may lie on the disk of a print server until it is out, and for as long as that server likes. */
  readonly mayKeepOnDisk: boolean;
}

/** What is said of the card readers; null: not said, and then what the station has learnt of them counts. */
export interface GivenReaders {
  readonly reader: ReaderChoice | null;
  readonly operatorReader: ReaderChoice | null;
}

/** As much as needs to be known to look at the readers. */
export interface ReaderSettings extends GivenReaders {
  readonly stationDir: string;
  readonly readerBinding: PcscBindingName;
}

export interface GivenSettings extends ReaderSettings {
  readonly serverUrl: string;
  /** Needed on the first start only. */
  readonly enrolmentCode: string | null;
  readonly envelopePrinter: PrinterSettings;
  readonly formPrinter: PrinterSettings;
  /** What the envelopes are printed on. */
  readonly stationery: Stationery;
  /** A device is simulated, and the desk's pages say so. */
  readonly areAdaptersTest: boolean;
  /** How long a card may take for one command before its process is replaced. */
  readonly commandDeadlineMs: number;
  readonly logLevel: LogLevel;
}

/** With the readers that it will serve. */
export interface Settings extends GivenSettings {
  readonly reader: ReaderChoice;
}

const CertificatePin = z
  .string()
  .regex(/^([0-9A-Fa-f]{2}:?){32}$/, 'is not a SHA-256 fingerprint in hex')
  .optional();

/** Without TLS there is no certificate to know the printer by. */
const isPinUseful = (printer: string, pin: string | undefined): boolean => pin === undefined || printer.startsWith('ipps:');

const blindOnes = STATIONERIES.filter(isBlind).join(', ');
const notBlind = `leaves the codes open to whoever takes the sheet: load sheets that hide them, and say which (${blindOnes})`;

const ReaderVariables = z.object({
  STATION_DIR: z.string().min(1, 'is empty'),
  READER: ReaderText.optional(),
  OPERATOR_READER: OperatorReaderText.optional(),
  READER_BINDING: z.enum(PCSC_BINDINGS, `is none of ${PCSC_BINDINGS.join(', ')}`).default('smartcard'),
});

const Variables = ReaderVariables.extend({
  SERVER_URL: ServerUrl,
  ENROLMENT_CODE: z.string().trim().min(8, 'is shorter than any code').max(64, 'is longer than any code').optional(),
  ENVELOPE_PRINTER: PrinterAddress,
  ENVELOPE_PRINTER_PIN: CertificatePin,
  ENVELOPE_QUEUE_MAY_KEEP_CODES_ON_DISK: z.enum(['true', 'false'], 'is neither true nor false').default('false'),
  FORM_PRINTER: PrinterAddress,
  FORM_PRINTER_PIN: CertificatePin,
  ENVELOPE_STATIONERY: z.enum(STATIONERIES, `is none of ${STATIONERIES.join(', ')}`),
  ADAPTERS_ARE_TEST: z.enum(['true', 'false'], 'is neither true nor false').default('false'),
  COMMAND_DEADLINE_MS: z.coerce.number().int().min(500, 'is shorter than a card may take').max(60_000, 'is longer than anybody waits').default(10_000),
  LOG_LEVEL: z.enum(LOG_LEVELS, `is none of ${LOG_LEVELS.join(', ')}`).default('info'),
})
  .refine((given) => isPinUseful(given.ENVELOPE_PRINTER, given.ENVELOPE_PRINTER_PIN), { path: ['ENVELOPE_PRINTER_PIN'], message: 'needs an ipps address' })
  .refine((given) => isPinUseful(given.FORM_PRINTER, given.FORM_PRINTER_PIN), { path: ['FORM_PRINTER_PIN'], message: 'needs an ipps address' })
  .refine((given) => given.ADAPTERS_ARE_TEST === 'true' || isBlind(given.ENVELOPE_STATIONERY), { path: ['ENVELOPE_STATIONERY'], message: notBlind });

type Environment = Readonly<Record<string, string | undefined>>;

/** The flags that say the same as a variable, and win over it. */
const variableOfFlag = {
  server: 'SERVER_URL',
  enrol: 'ENROLMENT_CODE',
  reader: 'READER',
  'operator-reader': 'OPERATOR_READER',
  envelopes: 'ENVELOPE_PRINTER',
  forms: 'FORM_PRINTER',
} as const;

/** What becomes of a variable that is not set, where that can be told without asking. */
const remedies: Readonly<Record<string, string>> = {
  SERVER_URL: 'the address at which browsers reach the desk',
  ENVELOPE_PRINTER: 'the ipps address of the printer with the blind sheets',
  FORM_PRINTER: 'the ipps address of the printer for plain paper',
  ENVELOPE_STATIONERY: `what the envelopes are printed on: ${blindOnes}`,
};

/** @throws CannotStart with a line for each variable that is missing or wrong. */
export function readSettings(environment: Environment, args: readonly string[]): GivenSettings {
  const data = parse(Variables, environment, args);
  return {
    ...readersOf(data),
    serverUrl: data.SERVER_URL,
    enrolmentCode: data.ENROLMENT_CODE ?? null,
    envelopePrinter: { uri: data.ENVELOPE_PRINTER, certificatePin: data.ENVELOPE_PRINTER_PIN ?? null, mayKeepOnDisk: data.ENVELOPE_QUEUE_MAY_KEEP_CODES_ON_DISK === 'true' },
    // A form carries no code.
    formPrinter: { uri: data.FORM_PRINTER, certificatePin: data.FORM_PRINTER_PIN ?? null, mayKeepOnDisk: true },
    stationery: data.ENVELOPE_STATIONERY,
    areAdaptersTest: data.ADAPTERS_ARE_TEST === 'true',
    commandDeadlineMs: data.COMMAND_DEADLINE_MS,
    logLevel: data.LOG_LEVEL,
  };
}

/** @throws CannotStart */
export function readReaderSettings(environment: Environment, args: readonly string[]): ReaderSettings {
  return readersOf(parse(ReaderVariables, environment, args));
}

function readersOf(data: z.infer<typeof ReaderVariables>): ReaderSettings {
  return { stationDir: data.STATION_DIR, readerBinding: data.READER_BINDING, reader: data.READER ?? null, operatorReader: data.OPERATOR_READER ?? null };
}

function parse<Shape extends z.ZodType>(variables: Shape, environment: Environment, args: readonly string[]): z.infer<Shape> {
  const known = { ...rehearsed(environment), STATION_DIR: defaultStationDir({ platform: process.platform, environment, home: homedir(), isRoot: process.getuid?.() === 0 }) };
  const given: Readonly<Record<string, string | undefined>> = { ...known, ...Object.fromEntries(Object.entries({ ...environment, ...readFlags(args) }).filter(([, value]) => value !== '')) };
  const parsed = variables.safeParse(given);
  if (parsed.success) return parsed.data;
  const complaints = parsed.error.issues.map(({ path: [name], message }) => `${String(name)} ${given[String(name)] === undefined ? missing(String(name)) : message}`);
  throw new CannotStart(`The station's configuration is not complete: ${[...new Set(complaints)].join('; ')}.`);
}

/** Simulated printers have nothing that could hide a code, and say so on every page. */
function rehearsed(environment: Environment): Environment {
  return environment['ADAPTERS_ARE_TEST'] === 'true' ? { ENVELOPE_STATIONERY: 'plain-paper' } : {};
}

function missing(name: string): string {
  return remedies[name] === undefined ? 'is missing' : `is missing (${remedies[name]})`;
}

function readFlags(args: readonly string[]): Readonly<Record<string, string>> {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ args: [...args], options: { server: text, enrol: text, reader: text, 'operator-reader': text, envelopes: text, forms: text }, strict: true });
    return Object.fromEntries(Object.entries(variableOfFlag).flatMap(([flag, variable]) => {
      const value = values[flag as keyof typeof variableOfFlag];
      return value === undefined ? [] : [[variable, value]];
    }));
  } catch {
    // parseArgs quotes the argument, which may be the enrolment code.
    throw new CannotStart(`An argument is not understood; there are ${Object.keys(variableOfFlag).map((flag) => `--${flag}`).join(', ')}, each followed by its value, and --check, --learn-readers, --pin-printer ADDRESS, --test-page envelopes|forms or --identity.`);
  }
}
