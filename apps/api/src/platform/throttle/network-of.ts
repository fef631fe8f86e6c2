// SPDX-License-Identifier: AGPL-3.0-or-later
const GROUPS = 8;
const GROUPS_OF_NETWORK = 4;

/** As what an address is counted: an IPv6 host has as many as it likes within its /64. */
export function networkOf(address: string): string {
  const [bare = ''] = address.toLowerCase().split('%');
  if (bare.includes('.') || !bare.includes(':')) return bare.replace(/^::ffff:/, '');
  const [head = [], tail = []] = bare.split('::').map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array<string>(Math.max(0, GROUPS - head.length - tail.length)).fill('0');
  const groups = [...head, ...zeros, ...tail].map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.slice(0, GROUPS_OF_NETWORK).join(':')}::/64`;
}
