// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { ServerResponse } from 'node:http';
import { dirname, extname, join, relative, sep } from 'node:path';
import { protectiveHeaders } from './answer';

export type StaticFile = { readonly type: string; readonly bytes: Buffer };

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The faces of the desk's own page, from the package that it takes them from. */
const fonts = {
  'titillium-400.woff2': 'Titillium_Web/titillium-web-v10-latin-ext_latin-regular.woff2',
  'titillium-600.woff2': 'Titillium_Web/titillium-web-v10-latin-ext_latin-600.woff2',
  'roboto-mono-400.woff2': 'Roboto_Mono/roboto-mono-v13-latin-ext_latin-regular.woff2',
};

/** Reads everything that the page needs at the start: what is not in the map is not served, whatever the path says. */
export const loadStaticFiles = async (pageFolder: string): Promise<ReadonlyMap<string, StaticFile>> => {
  const found = await readdir(pageFolder, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile() && types[extname(entry.name)] !== undefined).map((entry) => join(entry.parentPath, entry.name));
  const own = await Promise.all(paths.map(async (path) => [addressOf(relative(pageFolder, path)), await load(path)] as const));
  const fontFolder = join(dirname(createRequire(__filename).resolve('bootstrap-italia/package.json')), 'dist', 'fonts');
  const faces = await Promise.all(Object.entries(fonts).map(async ([name, path]) => [`/fonts/${name}`, await load(join(fontFolder, path))] as const));
  return new Map([...own, ...faces]);
};

export const sendFile = (response: ServerResponse, { type, bytes }: StaticFile): void => {
  response.writeHead(200, { ...protectiveHeaders, 'content-type': type, 'content-length': bytes.length, 'cache-control': 'no-cache' }).end(bytes);
};

const addressOf = (path: string): string => {
  const address = `/${path.split(sep).join('/')}`;
  return address === '/index.html' ? '/' : address;
};

const load = async (path: string): Promise<StaticFile> => ({ type: types[extname(path)] ?? 'application/octet-stream', bytes: await readFile(path) });
