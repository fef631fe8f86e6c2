// SPDX-License-Identifier: AGPL-3.0-or-later

/** As far as it is needed here: a snapshot is this, then three lists of integers (one has the nodes, one the edges), then the list of strings that they name. */
interface Head {
  readonly snapshot: { readonly meta: { readonly node_fields: readonly string[]; readonly edge_fields: readonly string[]; readonly edge_types: readonly [readonly string[]] } };
}

const SEPARATOR = Buffer.from('\n');

/**
 * The strings of a V8 heap snapshot. One of characters up to U+00FF may be bytes that somebody took for text: it stands as those. V8 names the slots of its long lists 0, 1,
 * 2 … and puts these names among the strings: numbers that no object and no property has for a name are left out.
 */
export function stringsIn(snapshot: Buffer): Buffer {
  const nodesAt = snapshot.indexOf('"nodes":[');
  const edgesAt = snapshot.indexOf('"edges":[', nodesAt);
  const stringsAt = snapshot.lastIndexOf('"strings":[');
  if (nodesAt < 0 || edgesAt < 0 || stringsAt < 0) throw new Error('not a heap snapshot');
  const { meta } = (JSON.parse(`${snapshot.subarray(0, snapshot.lastIndexOf(',', nodesAt)).toString()}}`) as Head).snapshot;
  const strings = JSON.parse(snapshot.subarray(stringsAt + '"strings":'.length, snapshot.lastIndexOf('}')).toString('utf8')) as readonly string[];

  const isName = new Uint8Array(strings.length);
  const nameOfNode = meta.node_fields.indexOf('name');
  forEachRow(snapshot, nodesAt, meta.node_fields.length, (row) => (isName[row[nameOfNode] ?? 0] = 1));
  const [typeOfEdge, nameOfEdge] = [meta.edge_fields.indexOf('type'), meta.edge_fields.indexOf('name_or_index')];
  const named = new Set(['context', 'property', 'shortcut'].map((type) => meta.edge_types[0].indexOf(type)));
  forEachRow(snapshot, edgesAt, meta.edge_fields.length, (row) => {
    if (named.has(row[typeOfEdge] ?? 0)) isName[row[nameOfEdge] ?? 0] = 1;
  });
  const own = strings.filter((text, index) => isName[index] === 1 || !/^\d+$/.test(text));
  return Buffer.concat(own.flatMap((text) => [Buffer.from(text, /^[\0-\xff]*$/.test(text) ? 'latin1' : 'utf8'), SEPARATOR]));
}

/** Reads a list of integers, so many at a time: to parse it as JSON would take the memory of the program that it describes many times over. */
function forEachRow(json: Buffer, from: number, length: number, act: (row: Int32Array) => void): void {
  const row = new Int32Array(length);
  let column = 0;
  let value = 0;
  let hasDigits = false;
  for (let at = json.indexOf('[', from) + 1; ; at += 1) {
    const byte = json[at] ?? 0x5d;
    if (byte >= 0x30 && byte <= 0x39) {
      value = value * 10 + byte - 0x30;
      hasDigits = true;
      continue;
    }
    if (hasDigits) {
      row[column] = value;
      column = (column + 1) % length;
      if (column === 0) act(row);
    }
    value = 0;
    hasDigits = false;
    if (byte === 0x5d) return;
  }
}
