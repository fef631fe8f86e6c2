// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Proven } from '../log/inclusion-proof';
import type { Figures, Lie, LieKind } from './verdict';

const LIES: Readonly<Record<LieKind, string>> = {
  'not-a-log': 'the file does not begin as the export of a log',
  'malformed-line': 'the line is not one that an export writes',
  'unfinished-line': 'the file ends in the middle of a line',
  'unexpected-line': 'the line does not belong here',
  'other-log': 'this belongs to another log, or to another installation',
  'block-out-of-order': 'a block is missing before this one, or it stands in the wrong place',
  'block-does-not-follow': 'the block does not follow from the one before it',
  'block-rows-miscounted': 'the block counts its rows wrongly',
  'key-unknown': 'the block names a key that may not seal it',
  'block-signature-invalid': 'the signature of the block does not hold',
  'leaves-altered': 'the hashes of the rows do not lead to the root that was signed',
  'row-altered': 'the row is not the one that was sealed',
  'rows-missing': 'rows of the block are missing',
  'opening-wrong': 'the personal value is not the one that the row commits to',
  'opening-of-nothing': 'the personal value belongs to no row of the block, or is told twice',
  'countersignature-invalid': 'the station’s signature does not hold',
  'head-contradicted': 'somebody else holds another hash of this block: the log was written anew',
  'cut-off': 'somebody else holds a later block: the end was cut off',
  'stamp-invalid': 'the time stamp does not hold',
  'not-by-this-key': 'no block was sealed by the key that you gave',
  'nothing-sealed': 'the file holds no block',
};

/** The verdict as a person reads it. */
export function sentenceOfLie({ kind, line, block, row }: Lie): string {
  const place = [`line ${figure(line)}`, ...(block === null ? [] : [`block ${figure(block)}`]), ...(row === null ? [] : [`row ${figure(row)}`])].join(', ');
  return `LIE  ${place}: ${LIES[kind]} (${kind})`;
}

export function sentenceOfProof({ row, header }: Proven): string {
  return `OK   this act stands in block ${figure(header.number)} of ${header.log} of ${header.installation}, sealed at ${header.sealedAt}: ${JSON.stringify(row)}`;
}

export function sentenceOfNoProof(kind: 'not-a-proof' | 'not-proven'): string {
  return kind === 'not-proven' ? 'LIE  the key that you gave did not seal this (not-proven)' : 'LIE  this is no proof from a log (not-a-proof)';
}

export function sentencesOfTruth(figures: Figures): readonly string[] {
  const { log, installation, rows, blocks, firstBlock, sealedFrom, sealedTo, head, keyIds, isByPinnedKey, openings, countersignatures, stations, countersignedTo, stamps, stampsNotJudged } = figures;
  return [
    `OK   ${log} of ${installation}: ${figure(rows)} rows in ${figure(blocks)} blocks, sealed from ${sealedFrom} to ${sealedTo}`,
    `     head ${head.number} ${head.hash}`,
    `     ${isByPinnedKey ? 'sealed by the key that you gave' : 'no --key was given: compare the key’s name with the one that the installation published'}: ${keyIds.join(', then ')}`,
    ...(firstBlock > 1 ? [`     begins with block ${figure(firstBlock)}: what lies before it is not in this file`] : []),
    `     ${figure(openings)} personal values, ${figure(countersignatures)} countersignatures, ${figure(stamps)} time stamps`,
    ...(countersignedTo === null ? [] : [`     ${stations === 1 ? '1 station holds' : `${figure(stations)} stations hold`} a head of it, the newest of block ${figure(countersignedTo)}: compare their keys with those of the stations’ enrolment`]),
    ...(stampsNotJudged > 0 ? [`     the signatures of ${figure(stampsNotJudged)} time stamps were not judged: give the authority’s certificate as --tsa`] : []),
    `     ${sentenceOfHeads(figures)}`,
  ];
}

function sentenceOfHeads({ headsGiven, headsHeld }: Figures): string {
  const earlier = headsGiven - headsHeld;
  if (headsHeld > 0) return `not cut off before ${headsHeld === 1 ? 'the head' : 'the heads'} that you gave${earlier > 0 ? `; ${figure(earlier)} of blocks before this file could not be compared` : ''}`;
  if (earlier > 0) return 'the heads that you gave are all of blocks before this file and could not be compared: export from an earlier block, or whether rows were cut off cannot be told';
  return 'no --head was given: whether rows were cut off at the end, this file alone cannot tell';
}

const figure = (count: number): string => count.toLocaleString('en');
