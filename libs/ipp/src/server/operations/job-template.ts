// SPDX-License-Identifier: AGPL-3.0-or-later
import { attribute, booleanOf, enums, integers, numberOf, strings } from '../../codec/attributes';
import type { IppAttribute } from '../../codec/message';
import type { IppValue } from '../../codec/value';

/** What a job may ask of this printer, as -default and -supported attributes and as the test of a value (RFC 8011 §5.2). */
type TemplateRow = {
  readonly name: string;
  readonly defaults: IppAttribute;
  readonly supported: IppAttribute;
  readonly accepts: (value: IppValue) => boolean;
};

export const mostCopies = 99;
export const mediaName = 'iso_a4_210x297mm';
const mediaSize = { width: 21000, length: 29700 };

const keywordRow = (name: string, ...values: readonly [string, ...string[]]): TemplateRow => ({
  name,
  defaults: strings('keyword', `${name}-default`, values[0]),
  supported: strings('keyword', `${name}-supported`, ...values),
  accepts: (value) => 'value' in value && typeof value.value === 'string' && values.includes(value.value),
});

const enumRow = (name: string, ...values: readonly [number, ...number[]]): TemplateRow => ({
  name,
  defaults: enums(`${name}-default`, values[0]),
  supported: enums(`${name}-supported`, ...values),
  accepts: (value) => value.tag === 'enum' && values.includes(value.value),
});

const resolution = { tag: 'resolution', crossFeed: 600, feed: 600, unit: 'dpi' } as const;

/** A sheet in hundredths of a millimetre (PWG 5100.7). */
const mediaCollection: IppValue = {
  tag: 'collection',
  members: [{
    name: 'media-size',
    values: [{ tag: 'collection', members: [integers('x-dimension', mediaSize.width), integers('y-dimension', mediaSize.length)] }],
  }],
};

const rows: readonly TemplateRow[] = [
  {
    name: 'copies',
    defaults: integers('copies-default', 1),
    supported: attribute('copies-supported', { tag: 'rangeOfInteger', lower: 1, upper: mostCopies }),
    accepts: (value) => value.tag === 'integer' && value.value >= 1 && value.value <= mostCopies,
  },
  keywordRow('media', mediaName),
  keywordRow('sides', 'one-sided', 'two-sided-long-edge', 'two-sided-short-edge'),
  keywordRow('print-scaling', 'auto', 'none', 'fit'),
  keywordRow('output-bin', 'face-down'),
  keywordRow('multiple-document-handling', 'single-document'),
  keywordRow('job-sheets', 'none'),
  enumRow('orientation-requested', 3, 4),
  enumRow('print-quality', 4),
  enumRow('finishings', 3),
  {
    name: 'printer-resolution',
    defaults: attribute('printer-resolution-default', resolution),
    supported: attribute('printer-resolution-supported', resolution),
    accepts: (value) => value.tag === 'resolution' && value.crossFeed === resolution.crossFeed && value.feed === resolution.feed && value.unit === resolution.unit,
  },
  {
    name: 'media-col',
    defaults: attribute('media-col-default', mediaCollection),
    supported: strings('keyword', 'media-col-supported', 'media-size'),
    accepts: (value) => value.tag === 'collection',
  },
];

/** The printer's side of the job template: what it does unless told, what it can do, what lies in the tray. */
export const templateAttributes: readonly IppAttribute[] = [
  ...rows.flatMap(({ defaults, supported }) => [defaults, supported]),
  strings('keyword', 'media-ready', mediaName),
  attribute('media-size-supported', ...(mediaCollection.members[0]?.values ?? [])),
];

export const mediaDatabase: IppAttribute = attribute('media-col-database', mediaCollection);

/** A job's template as this printer takes it: what it grants, and what it does not know or cannot do. */
export const readTemplate = (asked: readonly IppAttribute[]): { readonly copies: number; readonly unsupported: readonly IppAttribute[] } => {
  const unsupported = asked.flatMap(({ name, values }): readonly IppAttribute[] => {
    const row = rows.find((candidate) => candidate.name === name);
    // RFC 8011 §4.1.7: an unknown attribute comes back with the value "unsupported", a known one with the values that cannot be had.
    if (row === undefined) return [attribute(name, { tag: 'unsupported' })];
    const refused = values.filter((value) => !row.accepts(value));
    return refused.length === 0 ? [] : [attribute(name, ...refused)];
  });
  const copies = unsupported.some(({ name }) => name === 'copies') ? 1 : (numberOf(asked, 'copies') ?? 1);
  return { copies, unsupported };
};

/** Whether the client wants the job as asked or not at all. */
export const wantsFidelity = (operationAttributes: readonly IppAttribute[]): boolean => booleanOf(operationAttributes, 'ipp-attribute-fidelity') ?? false;
