// SPDX-License-Identifier: AGPL-3.0-or-later
/** The real peers that tests speak to come from the system. As root on Debian they are installed; elsewhere their suites are shown as skipped. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { say } from './ensure.mjs';

/** What must be there → the package that brings it. The compiler and the headers build the PC/SC bindings, so all of this comes before `npm ci`. */
const WANTED = [
  ['/usr/sbin/pcscd', 'pcscd'],
  ['/usr/lib/pcsc/drivers/serial/libifdvpcd.so', 'vsmartcard-vpcd'],
  ['/usr/bin/opensc-tool', 'opensc'],
  ['/usr/include/PCSC/winscard.h', 'libpcsclite-dev'],
  ['/usr/bin/g++', 'g++'],
  ['/usr/bin/make', 'make'],
  ['/usr/bin/chromium', 'chromium'],
  ['/usr/bin/pdftotext', 'poppler-utils'],
  ['/usr/bin/zbarimg', 'zbar-tools'],
  ['/usr/bin/dmtxread', 'dmtx-utils'],
  ['/usr/bin/qpdf', 'qpdf'],
  ['/usr/bin/tesseract', 'tesseract-ocr'],
  ['/usr/bin/java', 'default-jre-headless'],
  ['/usr/share/java/preflight.jar', 'libpdfbox2-java'],
  ['/usr/share/java/javax.activation.jar', 'libactivation-java'],
  ['/usr/share/java/jaxb-api.jar', 'libjaxb-api-java'],
  ['/usr/bin/ipptool', 'cups-ipp-utils'],
  ['/usr/bin/dbus-daemon', 'dbus-daemon'],
  ['/usr/sbin/cupsd', 'cups-daemon'],
  ['/usr/bin/openssl', 'openssl'],
  ['/usr/lib/softhsm/libsofthsm2.so', 'softhsm2'],
  ['/usr/sbin/ip', 'iproute2'],
];

export function ensureSystemPackages() {
  const missing = WANTED.filter(([file]) => !existsSync(file ?? '')).map(([, name]) => String(name));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    say(`Not installed here, so their suites are skipped: ${missing.join(', ')}.`);
    return;
  }
  say(`Installing the peers of the tests: ${missing.join(', ')} …`);
  const apt = (/** @type {string[]} */ ...args) => spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;
  if (!apt('update', '-qq') || !apt('install', '-y', '-qq', '--no-install-recommends', ...missing)) say('Some could not be installed; their suites are skipped.');
}
