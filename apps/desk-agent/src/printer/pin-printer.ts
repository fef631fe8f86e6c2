// SPDX-License-Identifier: AGPL-3.0-or-later
import { createIppClient, fetchCertificate, type PrinterCertificate, type PrinterDescription, type Spooling } from '@sportello/ipp';
import { PrinterAddress } from '../config/addresses';
import { CannotStart } from '../config/cannot-start';

export interface PinPrinterOptions {
  readonly uri: string;
  /** Where a pin may be written down already. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly say: (line: string) => void;
}

const printers = ['ENVELOPE_PRINTER', 'FORM_PRINTER'] as const;

/**
 * Shows who answers at a printer's address, for an administrator to compare with the printer itself and to write the pin down: lines for people, then one JSON line.
 * Nothing is written and nothing printed.
 *
 * @throws CannotStart when there is nothing to see.
 */
export async function pinPrinter({ uri, environment, say }: PinPrinterOptions): Promise<void> {
  if (!PrinterAddress.safeParse(uri).success || !uri.startsWith('ipps:')) throw new CannotStart('--pin-printer is followed by the printer\'s ipps address, such as ipps://printer.example.org/ipp/print.');
  const certificate = await fetchCertificate(uri);
  if (certificate.kind !== 'certificate') throw new CannotStart(`No certificate is shown at ${uri} (${certificate.kind}): switch the printer on, and look whether that is its address.`);
  // The second connection is to the holder of the very certificate that is shown.
  const printer = await createIppClient({ uri, certificatePin: certificate.fingerprint }).getPrinterAttributes();
  if (printer.kind !== 'printer') throw new CannotStart(`What answers at ${uri} shows a certificate, and is no printer there (${printer.kind}): correct the path.`);
  for (const line of linesOf(printer, certificate)) say(line);
  for (const line of whatToDo(uri, certificate, environment)) say(line);
  const { name, makeAndModel, spooling } = printer;
  say(JSON.stringify({ uri, pin: certificate.fingerprint, name, makeAndModel, spooling }));
}

const documentsOf: Readonly<Record<Spooling, string>> = {
  printer: 'printed by the device itself',
  queue: 'kept on the disk of a print server first: no envelope is printed there',
  unclear: 'it does not say that it is an IPP Everywhere printer, so it counts as a print server: no envelope is printed there',
};

function linesOf({ name, makeAndModel, spooling, queueSigns }: PrinterDescription, { fingerprint, subject, issuer, validFrom, validTo }: PrinterCertificate): readonly string[] {
  const day = (date: Date): string => date.toISOString().slice(0, 10);
  const signs = queueSigns.length === 0 ? '' : ` (told by ${queueSigns.join(', ')})`;
  return [
    `Printer      ${name}${makeAndModel === null ? '' : `, ${makeAndModel}`}`,
    `Documents    ${documentsOf[spooling]}${signs}`,
    `Certificate  ${subject}, ${subject === issuer ? 'made by the printer itself' : `issued by ${issuer}`}, valid from ${day(validFrom)} to ${day(validTo)}`,
    `SHA-256      ${fingerprint}`,
  ];
}

function whatToDo(uri: string, { fingerprint }: PrinterCertificate, environment: PinPrinterOptions['environment']): readonly string[] {
  const differing = printers.filter((variable) => environment[variable] === uri && isOther(environment[`${variable}_PIN`], fingerprint));
  return [
    ...differing.map((variable) => `${variable}_PIN expects another certificate: until it is written down anew, nothing is printed there.`),
    'Compare the SHA-256 with what the printer shows itself: on its panel, its configuration page or its own web page. Only if it is the same, write down:',
    `ENVELOPE_PRINTER=${uri} and ENVELOPE_PRINTER_PIN=${fingerprint} (or FORM_PRINTER and FORM_PRINTER_PIN)`,
  ];
}

function isOther(pin: string | undefined, fingerprint: string): boolean {
  return pin !== undefined && pin !== '' && pin.replaceAll(':', '').toUpperCase() !== fingerprint.replaceAll(':', '');
}
