// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where a printer answers. */
export type PrinterAddress = {
  /** As the printer knows itself: what goes into `printer-uri`. */
  readonly uri: string;
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly isSecure: boolean;
};

const defaultPort = 631;
const printerUri = /^ipps?:\/\/[^/?#@]+(\/[^?#]*)?$/;

/**
 * Reads an `ipp` or `ipps` URI (RFC 3510, RFC 7472).
 *
 * @throws TypeError for any other text; credentials, query and fragment have no place in it.
 */
export const printerAddressOf = (uri: string): PrinterAddress => {
  if (!printerUri.test(uri)) throw new TypeError('a printer is addressed as ipp://host/path or ipps://host/path');
  // The URL class gives a host and a port their rules only under a scheme that it knows.
  const url = new URL(uri.replace(/^ipp/, 'http'));
  const isSecure = uri.startsWith('ipps:');
  const givenPort = /:(\d+)(?=\/|$)/.exec(uri.slice(uri.indexOf('//') + 2))?.[1];
  return {
    uri,
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: givenPort === undefined ? defaultPort : Number(givenPort),
    path: url.pathname,
    isSecure,
  };
};
