// SPDX-License-Identifier: AGPL-3.0-or-later
import { stringsOf } from '../../codec/attributes';
import type { IppAttribute } from '../../codec/message';

/** Attributes by the group name under which a client can ask for all of them (RFC 8011 §4.2.5.1, §4.3.4.1). */
export type AttributeGroups = Readonly<Record<string, readonly IppAttribute[]>>;

/** The attributes that the request asks for: by name, by the name of a group, or `all`; those in `unless` when it asks for none. */
export const requestedOf = (operationAttributes: readonly IppAttribute[], available: AttributeGroups, unless: readonly string[]): readonly IppAttribute[] => {
  const asked = stringsOf(operationAttributes, 'requested-attributes');
  const wanted = new Set(asked.length === 0 ? unless : asked);
  return Object.entries(available).flatMap(([group, attributes]) =>
    wanted.has('all') || wanted.has(group) ? attributes : attributes.filter(({ name }) => wanted.has(name)),
  );
};
