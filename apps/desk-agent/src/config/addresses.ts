// SPDX-License-Identifier: AGPL-3.0-or-later
import * as z from 'zod';

/** Which card reader the station serves. */
export const ReaderChoice = z.union([
  z
    .string()
    .regex(/^network:(?<host>[^:]+):(?<port>\d{1,5})$/)
    .transform((text) => {
      const [, host = '', port = ''] = text.split(':');
      return { kind: 'network' as const, host, port: Number(port) };
    })
    .refine(({ port }) => port > 0 && port < 65_536),
  z
    .string()
    .regex(/^pcsc(:.+)?$/)
    .transform((text) => ({ kind: 'pcsc' as const, name: text === 'pcsc' ? null : text.slice('pcsc:'.length) })),
], 'is neither network:HOST:PORT nor pcsc nor pcsc:READER NAME');
export type ReaderChoice = z.infer<typeof ReaderChoice>;

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
  if (url === null || !['ipp:', 'ipps:'].includes(url.protocol) || url.hostname === '') return refuse(context, 'is not an ipp or ipps address');
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
