// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IppAttribute, IppGroup } from './message';
import type { GroupTag, stringTags } from './tags';
import type { IppValue } from './value';

/** An attribute of one or more integers, enums, strings of a kind, or booleans. */
export const integers = (name: string, ...values: readonly number[]): IppAttribute => ({ name, values: values.map((value) => ({ tag: 'integer', value })) });
export const enums = (name: string, ...values: readonly number[]): IppAttribute => ({ name, values: values.map((value) => ({ tag: 'enum', value })) });
export const strings = (tag: keyof typeof stringTags, name: string, ...values: readonly string[]): IppAttribute => ({
  name,
  values: values.map((value) => ({ tag, value })),
});
export const boolean = (name: string, value: boolean): IppAttribute => ({ name, values: [{ tag: 'boolean', value }] });
export const attribute = (name: string, ...values: readonly IppValue[]): IppAttribute => ({ name, values });

/** The attributes of the first group of this kind; none when there is no such group. */
export const attributesOf = (message: { readonly groups: readonly IppGroup[] }, tag: GroupTag): readonly IppAttribute[] =>
  message.groups.find((group) => group.tag === tag)?.attributes ?? [];

export const valuesOf = (attributes: readonly IppAttribute[], name: string): readonly IppValue[] =>
  attributes.find((candidate) => candidate.name === name)?.values ?? [];

/** Every string value of an attribute, of whatever string kind; a language, if one is given, is left out. */
export const stringsOf = (attributes: readonly IppAttribute[], name: string): readonly string[] =>
  valuesOf(attributes, name).flatMap((value) => ('value' in value && typeof value.value === 'string' ? [value.value] : []));

export const stringOf = (attributes: readonly IppAttribute[], name: string): string | undefined => stringsOf(attributes, name)[0];

/** The first value of an attribute when it is an integer or an enum. */
export const numberOf = (attributes: readonly IppAttribute[], name: string): number | undefined => {
  const value = valuesOf(attributes, name)[0];
  return value?.tag === 'integer' || value?.tag === 'enum' ? value.value : undefined;
};

export const booleanOf = (attributes: readonly IppAttribute[], name: string): boolean | undefined => {
  const value = valuesOf(attributes, name)[0];
  return value?.tag === 'boolean' ? value.value : undefined;
};

/** The operation attributes that every request and response begins with, in this order (RFC 8011 §4.1.4). */
export const operationGroup = (...attributes: readonly IppAttribute[]): IppGroup => ({
  tag: 'operation',
  attributes: [strings('charset', 'attributes-charset', 'utf-8'), strings('naturalLanguage', 'attributes-natural-language', 'en'), ...attributes],
});

