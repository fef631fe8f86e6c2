// SPDX-License-Identifier: AGPL-3.0-or-later

/** One clear sentence for whoever runs a command; it names what is wrong and never shows a value or a key. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
