// SPDX-License-Identifier: AGPL-3.0-or-later
import { localDateAt } from '@sportello/domain';
import { type CardModelName, cardModelNames, createVirtualCard, freshCodes, isCardModelName, issueCardCertificate, issueDemoCa, plugIntoVpcd } from '@sportello/card-io/simulator';
import { parseArgs } from 'node:util';
import { personalDataOf } from '../chips/personal-data';
import type { DeckCard } from '../deck/deck';
import { makeDeck } from '../deck/make-deck';
import type { RandomIndex } from '../deck/random';
import { StartRefusal } from '../process/start-refusal';

/** vpcd's port for its first slot. */
const defaultPort = 35963;

export type VirtualCardRequest = { readonly host: string; readonly port: number; readonly cardType: CardModelName };

export const readVirtualCardRequest = (args: readonly string[]): VirtualCardRequest => {
  const { values } = parseArgs({ args: [...args], options: { vpcd: { type: 'string' }, host: { type: 'string' }, type: { type: 'string' } } });
  const port = Number(values.vpcd ?? defaultPort);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new StartRefusal('--vpcd takes the port on which vpcd listens, such as 35963.');
  const cardType = values.type ?? 'ST2021';
  if (!isCardModelName(cardType)) throw new StartRefusal(`--type takes one of ${cardModelNames.join(', ')}.`);
  return { host: values.host ?? '127.0.0.1', port, cardType };
};

/** Puts one new simulated card into a vpcd reader, where any PC/SC program finds it, and leaves it there until `ended` or until vpcd goes away. */
export const plugVirtualCard = async (
  { host, port, cardType }: VirtualCardRequest,
  { now, random, print, ended }: { readonly now: Date; readonly random: RandomIndex; readonly print: (text: string) => void; readonly ended: Promise<void> },
): Promise<void> => {
  const [invented] = makeDeck(localDateAt(now), random).cards;
  if (invented === undefined) throw new RangeError('the deck has no card');
  const card: DeckCard = { ...invented, cardType };
  const chip = await makeChip(card, cardType, now);
  const plug = await plugIntoVpcd(chip, { host, port }).catch((error: unknown) => {
    throw new StartRefusal(`Nothing listens at ${host}:${port}. Start pcscd with the vpcd reader (Debian: vsmartcard-vpcd), then try again.`, { cause: error });
  });
  print(introduce(card, `${host}:${port}`));
  const isEnded = await Promise.race([ended.then(() => true), plug.unplugged.then(() => false)]);
  plug.pull();
  print(isEnded ? 'Card pulled.\n' : 'vpcd went away: card pulled.\n');
};

const dayMs = 86_400_000;

const makeChip = async (card: DeckCard, type: CardModelName, now: Date) => {
  const validity = { notBefore: new Date(now.getTime() - 365 * dayMs), notAfter: new Date(now.getTime() + 5 * 365 * dayMs) };
  const ca = await issueDemoCa({ commonName: 'Sportello TS-CNS - CA di prova', ...validity });
  const personalData = personalDataOf(card);
  const issued = await issueCardCertificate({ ca, codiceFiscale: card.codiceFiscale, idCarta: card.idCarta, personalData, ...validity });
  return createVirtualCard({ contents: { idCarta: card.idCarta, personalData, ...issued }, state: freshCodes(card.transport), type });
};

const introduce = ({ cardType, surname, name, idCarta, transport }: DeckCard, where: string): string =>
  [
    `A simulated TS-CNS, type ${cardType}, is in the reader of vpcd at ${where}.`,
    `Holder ${surname} ${name} (invented), ID_Carta ${idCarta}.`,
    `Transport PIN ${transport.pin}, transport PUK ${transport.puk}: this card exists only here, and is forgotten when it is pulled.`,
    'Ctrl-C pulls it.',
    '',
  ].join('\n');
