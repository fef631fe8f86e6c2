// SPDX-License-Identifier: AGPL-3.0-or-later
/** Whether what goes there goes by HTTPS, or stays on this very computer. Asked also of what is no address at all: that is complained of by itself. */
export function isGuarded(text: string): boolean {
  if (!URL.canParse(text)) return true;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(hostname));
}
