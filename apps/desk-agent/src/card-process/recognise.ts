// SPDX-License-Identifier: AGPL-3.0-or-later
import { type CardEvent, type CardReading } from '@sportello/contracts';
import { type CardFault, type CardProfile, type CardSession, cardTypeOf, isCardFault, isCnsAtr, isContactlessAtr, isProfessionalAtr, readCard, statusWord, toHex, type UnreadableFile } from '@sportello/card-io';

export type CardTrouble = Extract<CardEvent, { type: 'not-usable' }>['reason'];

export type Recognition =
  /** `profile`: the layout by which its files were found, and its codes are written. */
  | { readonly kind: 'recognised'; readonly reading: Omit<CardReading, 'milliseconds'>; readonly profile: CardProfile }
  /** `cardType`: as its ATR names it; null when it names none. */
  | { readonly kind: 'not-usable'; readonly reason: CardTrouble; readonly cardType: string | null }
  | CardFault;

/** Reads what tells a card, without PIN. An ATR that does not say "CNS" is no reason not to try; one that says "HPC" is. */
export async function recognise(session: CardSession): Promise<Recognition> {
  const cardType = cardTypeOf(session.atr)?.name ?? null;
  if (isProfessionalAtr(session.atr)) return { kind: 'not-usable', reason: 'professional-card', cardType };
  const files = await readCard(session);
  if (isCardFault(files)) return files;
  if (files.kind === 'unreadable') return { kind: 'not-usable', reason: troubleOf(files, session.atr), cardType };
  const { idCarta, personalData, certificateDer } = files;
  return {
    kind: 'recognised',
    profile: files.profile,
    reading: {
      atr: toHex(session.atr),
      cardType: files.type?.name ?? null,
      idCarta,
      personalData: Buffer.from(personalData).toString('base64url'),
      certificate: Buffer.from(certificateDer).toString('base64url'),
      apdus: session.exchanges,
    },
  };
}

/** A contact card seen through the contactless side of a dual reader is usually not pushed in. A CNS whose files are there, and cannot be read or understood, is faulty. */
function troubleOf(file: UnreadableFile, atr: Uint8Array): CardTrouble {
  if (isContactlessAtr(atr)) return 'not-pushed-in';
  if (!isCnsAtr(atr)) return 'not-cns';
  const isMemoryFailing = file.because === 'refused' && file.sw === statusWord.memoryFailure;
  return file.because === 'malformed' || isMemoryFailing ? 'faulty-chip' : 'unsupported';
}
