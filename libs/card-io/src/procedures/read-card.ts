// SPDX-License-Identifier: AGPL-3.0-or-later
import { cardTypeOf } from '../profiles/atr';
import { candidateProfilesOf } from '../profiles/candidate-profiles';
import { cardTypes } from '../profiles/card-types';
import { isCardFault } from '../session/fault';
import { readPublicFiles } from './read-public-files';
import type { CardProfile } from '../profiles/card-profile';
import type { CardType } from '../profiles/card-type';
import type { CardSession } from '../session/card-session';
import type { CardFault } from '../session/fault';
import type { UnreadableFile } from './read-public-file';
import type { PublicFiles } from './read-public-files';

export interface CardRead extends PublicFiles {
  /** The layout by which the files were found: the codes and the key are spoken to by it. */
  readonly profile: CardProfile;
  /** Undefined: not known, which says nothing about the card. */
  readonly type: CardType | undefined;
}

/** Reads the public files of whatever card this is, by the layouts that its ATR suggests. When none fits, the likeliest one's reason is the answer. */
export async function readCard(session: CardSession): Promise<CardRead | UnreadableFile | CardFault> {
  const [likeliest, ...others] = candidateProfilesOf(session.atr);
  const first = await readPublicFiles(session, likeliest);
  if (first.kind !== 'unreadable') return identified(session, likeliest, first);
  for (const profile of others) {
    const files = await readPublicFiles(session, profile);
    if (files.kind !== 'unreadable') return identified(session, profile, files);
  }
  return first;
}

/** A type without an ATR is known by its layout, which no other type has. */
function identified(session: CardSession, profile: CardProfile, files: PublicFiles | CardFault): CardRead | CardFault {
  if (isCardFault(files)) return files;
  return { ...files, profile, type: cardTypeOf(session.atr) ?? cardTypes.find(({ atrs, profile: own }) => atrs.length === 0 && own === profile) };
}
