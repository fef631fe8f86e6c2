// SPDX-License-Identifier: AGPL-3.0-or-later
import { canonicalJson, type JsonValue } from '@sportello/seal';
import type { SampleLog } from '@sportello/seal/testing';
import type { SeededRandom } from './random';

/** What is done to an export by somebody who has the file; `moved` alone by somebody who has the key too. */
export interface Mutation {
  readonly name: string;
  /** The file's new text; that of a mutation that changed nothing is drawn again. */
  run(lines: readonly string[], random: SeededRandom): string;
  /** Found at the end alone: it leaves a log that is whole, but another, or shorter. */
  readonly isWhole?: boolean;
}

const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;
const isWitness = (line: string): boolean => line.startsWith('{"countersignature"');
const isOpening = (line: string): boolean => line.startsWith('{"opening"');
const isBlock = (line: string): boolean => line.startsWith('{"block"');
const isLeaves = (line: string): boolean => line.startsWith('{"leaves"');
const isTitle = (line: string): boolean => line.startsWith('{"log"');
const isRow = (line: string): boolean => !isWitness(line) && !isOpening(line) && !isBlock(line) && !isLeaves(line) && !isTitle(line);

const placesOf = (lines: readonly string[], is: (line: string) => boolean): number[] => lines.flatMap((line, index) => (is(line) ? [index] : []));
const replaced = (lines: readonly string[], at: number, ...others: readonly string[]): string[] => [...lines.slice(0, at), ...others, ...lines.slice(at + 1)];
const swapped = (lines: readonly string[], one: number, other: number): string[] => lines.map((line, index) => (index === one ? lines[other] : index === other ? lines[one] : line) ?? '');

/** From a block's line up to the next one's, or the witnesses at the end. */
function blockRanges(lines: readonly string[]): { readonly from: number; readonly to: number }[] {
  const starts = placesOf(lines, isBlock);
  const end = lines.findIndex(isWitness);
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? (end === -1 ? lines.length : end) }));
}

/** One value of the line, somewhere in it, becomes another. */
function withOtherValue(line: string, random: SeededRandom): string {
  const value = JSON.parse(line) as JsonValue;
  const places: { readonly holder: Record<string, JsonValue>; readonly name: string }[] = [];
  const collect = (inner: JsonValue): void => {
    if (typeof inner !== 'object' || inner === null) return;
    for (const [name, part] of Object.entries(inner)) {
      places.push({ holder: inner as Record<string, JsonValue>, name });
      collect(part);
    }
  };
  collect(value);
  const { holder, name } = random.of(places);
  if (random.below(4) === 0) Reflect.deleteProperty(holder, name);
  else if (random.below(4) === 0) holder[`${name}x`] = holder[name] ?? null;
  else holder[name] = otherThan(holder[name] ?? null, random);
  return canonicalJson(value);
}

function otherThan(value: JsonValue, random: SeededRandom): JsonValue {
  if (typeof value === 'number') return value + 1 + random.below(9);
  if (typeof value !== 'string' || value === '') return `x${random.below(1000)}`;
  const at = random.below(value.length);
  return `${value.slice(0, at)}${random.of('abcXYZ019_'.split(''))}${value.slice(at + 1)}`;
}

/** `forged`: the same rows, sealed anew with another key; `moved`: with the very key, under another installation. */
export const mutationsOf = (forged: SampleLog, moved: SampleLog): readonly Mutation[] => [
  {
    name: 'edit a bit',
    run(lines, random) {
      const bytes = Buffer.from(text(lines));
      const at = random.below(bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      return bytes.toString('latin1');
    },
  },
  { name: 'edit a value', run: (lines, random) => atSome(lines, random, () => true, (line) => withOtherValue(line, random)) },
  { name: 'edit a row', run: (lines, random) => atSome(lines, random, isRow, (line) => withOtherValue(line, random)) },
  { name: 'edit the spelling', run: (lines, random) => atSome(lines, random, () => true, (line) => random.of([`${line} `, ` ${line}`, line.replace(':', ': '), `${line}\r`, line.replace('{', '{"a":1,')])) },
  { name: 'delete a line', run: (lines, random) => text(replaced(lines, random.of(placesOf(lines, (line) => !isWitness(line) && !isOpening(line))))) },
  { name: 'delete a row', run: (lines, random) => text(replaced(lines, random.of(placesOf(lines, isRow)))) },
  { name: 'delete a block', isWhole: true, run: (lines, random) => withoutBlock(lines, random) },
  { name: 'insert a line twice', run: (lines, random) => { const at = random.of(placesOf(lines, (line) => !isWitness(line))); return text(replaced(lines, at, lines[at] ?? '', lines[at] ?? '')); } },
  { name: 'insert a row', run: (lines, random) => { const at = random.of(placesOf(lines, isRow)); return text(replaced(lines, at, withOtherValue(lines[at] ?? '', random), lines[at] ?? '')); } },
  { name: 'insert another line', run: (lines, random) => { const at = 1 + random.below(lines.length - 1); return text(replaced(lines, at, random.of(['', '{}', '{"remark":"seen"}', 'null']), lines[at] ?? '')); } },
  { name: 'reorder rows', run: (lines, random) => { const rows = placesOf(lines, isRow); return text(swapped(lines, random.of(rows), random.of(rows))); } },
  { name: 'reorder blocks', run: (lines, random) => withBlocksSwapped(lines, random) },
  { name: 'swap rows of two blocks', run: (lines, random) => { const ranges = blockRanges(lines); return text(swapped(lines, rowIn(lines, random.of(ranges), random), rowIn(lines, random.of(ranges), random))); } },
  { name: 'truncate', isWhole: true, run: (lines, random) => text(lines.slice(0, 1 + random.below(lines.findLastIndex((line) => !isWitness(line) && !isOpening(line))))) },
  { name: 'truncate within a line', run: (lines, random) => { const whole = text(lines); return whole.slice(0, 1 + random.below(whole.length - 2)); } },
  { name: 're-seal with another key', isWhole: true, run: () => text(forged.lines) },
  { name: 're-seal under another installation', isWhole: true, run: () => text(moved.lines) },
  { name: 're-seal the end with another key', run: (lines, random) => { const from = random.of(blockRanges(lines)).from; return text([...lines.slice(0, from), ...forged.lines.slice(from)]); } },
];

function atSome(lines: readonly string[], random: SeededRandom, is: (line: string) => boolean, change: (line: string) => string): string {
  const at = random.of(placesOf(lines, is));
  return text(replaced(lines, at, change(lines[at] ?? '')));
}

function withoutBlock(lines: readonly string[], random: SeededRandom): string {
  const { from, to } = random.of(blockRanges(lines));
  return text([...lines.slice(0, from), ...lines.slice(to)]);
}

function withBlocksSwapped(lines: readonly string[], random: SeededRandom): string {
  const ranges = blockRanges(lines);
  const [one, other] = [random.of(ranges), random.of(ranges)].sort((left, right) => left.from - right.from);
  if (!one || !other || one === other) return text(lines);
  return text([...lines.slice(0, one.from), ...lines.slice(other.from, other.to), ...lines.slice(one.to, other.from), ...lines.slice(one.from, one.to), ...lines.slice(other.to)]);
}

function rowIn(lines: readonly string[], { from, to }: { readonly from: number; readonly to: number }, random: SeededRandom): number {
  return random.of(placesOf(lines, isRow).filter((at) => at >= from && at < to));
}
