// SPDX-License-Identifier: AGPL-3.0-or-later
import { CannotStart } from './cannot-start';
import { readReaderSettings, readSettings } from './settings';

const whole = {
  SERVER_URL: 'https://desk.example.org',
  STATION_DIR: '/var/lib/sportello-station',
  READER: 'pcsc',
  ENVELOPE_PRINTER: 'ipps://buste.example.org/ipp/print',
  FORM_PRINTER: 'ipp://localhost:60000/ipp/print',
  ENVELOPE_STATIONERY: 'peel-label-mailer',
};

const NOT_BLIND = 'leaves the codes open to whoever takes the sheet: load sheets that hide them, and say which (scratch-label-mailer, peel-label-mailer, sealed-in-line)';

const complaintOf = (environment: Record<string, string>, args: readonly string[] = []): string => {
  try {
    readSettings(environment, args);
  } catch (error) {
    if (error instanceof CannotStart) return error.message;
    throw error;
  }
  return '';
};

describe('the configuration', () => {
  it('takes what it needs from the environment', () => {
    expect(readSettings(whole, [])).toEqual({
      serverUrl: 'https://desk.example.org',
      stationDir: '/var/lib/sportello-station',
      enrolmentCode: null,
      reader: { kind: 'pcsc', name: null },
      operatorReader: null,
      readerBinding: 'smartcard',
      envelopePrinter: { uri: 'ipps://buste.example.org/ipp/print', certificatePin: null, mayKeepOnDisk: false },
      formPrinter: { uri: 'ipp://localhost:60000/ipp/print', certificatePin: null, mayKeepOnDisk: true },
      stationery: 'peel-label-mailer',
      areAdaptersTest: false,
      commandDeadlineMs: 10_000,
      logLevel: 'info',
    });
  });

  it('prefers a flag to its variable', () => {
    expect(readSettings(whole, ['--reader', 'network:127.0.0.1:35963', '--server', 'http://localhost:8480', '--enrol', 'ABCD-1234'])).toMatchObject({
      reader: { kind: 'network', host: '127.0.0.1', port: 35_963 },
      serverUrl: 'http://localhost:8480',
      enrolmentCode: 'ABCD-1234',
    });
  });

  it('knows a PC/SC reader by its name, colons and blanks included', () => {
    expect(readSettings({ ...whole, READER: 'pcsc:Virtual PCD: 00 00' }, []).reader).toEqual({ kind: 'pcsc', name: 'Virtual PCD: 00 00' });
  });

  it.each([
    ['plain HTTP over the network', { SERVER_URL: 'http://desk.example.org' }, 'SERVER_URL is not https, and does not lead to this computer'],
    ['a server with a path', { SERVER_URL: 'https://desk.example.org/api' }, 'SERVER_URL is not an origin such as https://desk.example.org'],
    ['plain ipp over the network', { ENVELOPE_PRINTER: 'ipp://buste.example.org/ipp/print' }, 'ENVELOPE_PRINTER is not ipps, and does not lead to this computer'],
    ['a printer\'s web page', { FORM_PRINTER: 'https://moduli.example.org' }, 'FORM_PRINTER is not an ipp or ipps address'],
    ['a printer\'s address with a password', { FORM_PRINTER: 'ipps://me:secret@moduli.example.org/ipp' }, 'FORM_PRINTER is not an ipp or ipps address'],
    ['a certificate\'s fingerprint for a printer without one', { FORM_PRINTER_PIN: 'AB'.repeat(32) }, 'FORM_PRINTER_PIN needs an ipps address'],
    ['a fingerprint that is none', { ENVELOPE_PRINTER_PIN: 'AB' }, 'ENVELOPE_PRINTER_PIN is not a SHA-256 fingerprint in hex'],
    ['a reader of another sort', { READER: 'serial:COM1' }, 'READER is neither network:HOST:PORT nor pcsc nor pcsc:READER NAME'],
    ['a port that is none', { READER: 'network:127.0.0.1:70000' }, 'READER is neither network:HOST:PORT nor pcsc nor pcsc:READER NAME'],
    ['an enrolment code that is none', { ENROLMENT_CODE: 'secret' }, 'ENROLMENT_CODE is shorter than any code'],
    ['a variable that is missing', { SERVER_URL: '' }, 'SERVER_URL is missing (the address at which browsers reach the desk)'],
    ['an operator\'s reader without a name', { OPERATOR_READER: 'pcsc' }, 'OPERATOR_READER is neither network:HOST:PORT nor pcsc:READER NAME'],
    ['plain paper', { ENVELOPE_STATIONERY: 'plain-paper' }, `ENVELOPE_STATIONERY ${NOT_BLIND}`],
    ['a window envelope', { ENVELOPE_STATIONERY: 'window-envelope' }, `ENVELOPE_STATIONERY ${NOT_BLIND}`],
    ['a stationery that there is not', { ENVELOPE_STATIONERY: 'carbon' }, 'ENVELOPE_STATIONERY is none of scratch-label-mailer, peel-label-mailer, sealed-in-line, plain-paper, window-envelope'],
    ['a stationery that nobody named', { ENVELOPE_STATIONERY: '' }, 'ENVELOPE_STATIONERY is missing (what the envelopes are printed on: scratch-label-mailer, peel-label-mailer, sealed-in-line)'],
    ['a binding that there is not', { READER_BINDING: 'winscard' }, 'READER_BINDING is none of smartcard, pcsclite'],
  ])('refuses %s by the variable\'s name, without its value', (_, change, complaint) => {
    expect(complaintOf({ ...whole, ...change })).toBe(`The station's configuration is not complete: ${complaint}.`);
  });

  it('lets envelopes lie on a disk only where somebody wrote that they may', () => {
    expect(readSettings({ ...whole, ENVELOPE_QUEUE_MAY_KEEP_CODES_ON_DISK: 'true' }, []).envelopePrinter.mayKeepOnDisk).toBe(true);
    expect(complaintOf({ ...whole, ENVELOPE_QUEUE_MAY_KEEP_CODES_ON_DISK: 'yes' })).toContain('ENVELOPE_QUEUE_MAY_KEEP_CODES_ON_DISK is neither true nor false');
  });

  it('prints on plain paper where all devices are simulated, unless something else is said', () => {
    expect(readSettings({ ...whole, ADAPTERS_ARE_TEST: 'true', ENVELOPE_STATIONERY: '' }, []).stationery).toBe('plain-paper');
    expect(readSettings({ ...whole, ADAPTERS_ARE_TEST: 'true' }, []).stationery).toBe('peel-label-mailer');
  });

  it('needs to be told of server, printers and stationery, and of nothing else', () => {
    const { SERVER_URL, ENVELOPE_PRINTER, FORM_PRINTER, ENVELOPE_STATIONERY } = whole;
    expect(readSettings({ SERVER_URL, ENVELOPE_PRINTER, FORM_PRINTER, ENVELOPE_STATIONERY, HOME: '/home/desk' }, [])).toMatchObject({ reader: null, operatorReader: null, readerBinding: 'smartcard', stationDir: expect.stringContaining('sportello-station') as string });
    expect(complaintOf({})).toMatch(/SERVER_URL is missing .*ENVELOPE_PRINTER is missing .*FORM_PRINTER is missing /);
  });

  it('needs to be told nothing to look at the readers', () => {
    expect(readReaderSettings({ READER_BINDING: 'pcsclite', STATION_DIR: '/somewhere' }, [])).toEqual({ stationDir: '/somewhere', readerBinding: 'pcsclite', reader: null, operatorReader: null });
  });

  it('does not repeat an argument that it does not understand', () => {
    expect(complaintOf(whole, ['--enroll', 'ABCD-1234'])).not.toContain('ABCD');
  });
});
