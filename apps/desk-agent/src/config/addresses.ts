// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';

/** Which card reader the station serves; `name` null: the only one that PC/SC lists. */
export type ReaderChoice = { readonly kind: 'network'; readonly host: string; readonly port: number } | { readonly kind: 'pcsc'; readonly name: string | null };

export const ReaderText = z.string().transform((text, context): ReaderChoice => {
  const [, host, port] = /^network:([^:]+):(\d{1,5})$/.exec(text) ?? [];
  if (host !== undefined && Number(port) > 0 && Number(port) < 65_536) return { kind: 'network', host, port: Number(port) };
  const pcsc = /^pcsc(?::(.+))?$/.exec(text);
  return pcsc ? { kind: 'pcsc', name: pcsc[1] ?? null } : refuse(context, 'is neither network:HOST:PORT nor pcsc nor pcsc:READER NAME');
});

/** The operator's reader is always one of two, and so has a name. */
export const OperatorReaderText = ReaderText.refine((choice) => choice.kind === 'network' || choice.name !== null, 'is neither network:HOST:PORT nor pcsc:READER NAME');

/** The API's origin. Plain HTTP stays on this computer. */
export const ServerUrl = z.string().transform((text, context) => {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '') {
    return refuse(context, 'is not an origin such as https://desk.example.org');
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return refuse(context, 'is not https, and does not lead to this computer');
  return url.origin;
});

/** A printer's ipp or ipps address. What is printed here is not for the network to read: plain ipp stays on this computer (where a USB printer lives, too). */
export const PrinterAddress = z.string().transform((text, context) => {
  const url = URL.parse(text);
  const isPrinter = url !== null && ['ipp:', 'ipps:'].includes(url.protocol) && url.hostname !== '' && [url.username, url.search, url.hash].every((part) => part === '');
  if (!isPrinter) return refuse(context, 'is not an ipp or ipps address');
  if (url.protocol === 'ipp:' && !isLoopback(url.hostname)) return refuse(context, 'is not ipps, and does not lead to this computer');
  return text;
});

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function refuse(context: z.core.$RefinementCtx<string>, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}
