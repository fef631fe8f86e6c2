// SPDX-License-Identifier: AGPL-3.0-or-later
import { localDateAt } from '@sportello/domain';
import { type CardModelName, cardModelNames, createVirtualCard, freshCodes, isCardModelName, issueCardCertificate, issueDemoCa, plugIntoVpcd } from '@sportello/card-io/simulator';
import { deriveCardKey, SecretBytes } from '@sportello/card-io/issuer';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { personalDataOf } from '../chips/personal-data';
import { readIfThere, writeWhole } from '../data-folder/files';
import { pemOf } from '../data-folder/pem';
import type { DeckCard } from '../deck/deck';
import { makeDeck } from '../deck/make-deck';
import type { RandomIndex } from '../deck/random';
import { StartRefusal } from '../process/start-refusal';

/** vpcd's port for its first slot. */
const defaultPort = 35963;

export type VirtualCardRequest = {
  readonly host: string;
  readonly port: number;
  readonly cardType: CardModelName;
  /** The issuer's master key, in hex: the card then knows its issuer by the key that is derived from it. */
  readonly issuerMaster: string | undefined;
  /** A folder in which whoever activates the card finds `ca.pem` and `transport-codes.csv`. */
  readonly papers: string | undefined;
};

export const readVirtualCardRequest = (args: readonly string[]): VirtualCardRequest => {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args: [...args], options: { vpcd: text, host: text, type: text, 'issuer-master': text, papers: text } });
  const port = Number(values.vpcd ?? defaultPort);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new StartRefusal('--vpcd takes the port on which vpcd listens, such as 35963.');
  const cardType = values.type ?? 'ST2021';
  if (!isCardModelName(cardType)) throw new StartRefusal(`--type takes one of ${cardModelNames.join(', ')}.`);
  return { host: values.host ?? '127.0.0.1', port, cardType, issuerMaster: values['issuer-master'], papers: values.papers };
};

/** Puts one new simulated card into a vpcd reader, where any PC/SC program finds it, and leaves it there until `ended` or until vpcd goes away. */
export const plugVirtualCard = async (
  { host, port, cardType, issuerMaster, papers }: VirtualCardRequest,
  { now, random, print, ended }: { readonly now: Date; readonly random: RandomIndex; readonly print: (text: string) => void; readonly ended: Promise<void> },
): Promise<void> => {
  const [invented] = makeDeck(localDateAt(now), random).cards;
  if (invented === undefined) throw new RangeError('the deck has no card');
  const card: DeckCard = { ...invented, cardType };
  const { chip, authority } = await makeChip(card, cardType, now, issuerMaster === undefined ? undefined : await masterKeyIn(issuerMaster));
  if (papers !== undefined) await writePapers(papers, card, authority);
  const plug = await plugIntoVpcd(chip, { host, port }).catch((error: unknown) => {
    throw new StartRefusal(`Nothing listens at ${host}:${port}. Start pcscd with the vpcd reader (Debian: vsmartcard-vpcd), then try again.`, { cause: error });
  });
  print(introduce(card, `${host}:${port}`, issuerMaster !== undefined));
  const isEnded = await Promise.race([ended.then(() => true), plug.unplugged.then(() => false)]);
  plug.pull();
  print(isEnded ? 'Card pulled.\n' : 'vpcd went away: card pulled.\n');
};

const dayMs = 86_400_000;

const makeChip = async (card: DeckCard, type: CardModelName, now: Date, master: SecretBytes | undefined) => {
  const validity = { notBefore: new Date(now.getTime() - 365 * dayMs), notAfter: new Date(now.getTime() + 5 * 365 * dayMs) };
  const ca = await issueDemoCa({ commonName: 'Sportello TS-CNS - CA di prova', ...validity });
  const personalData = personalDataOf(card);
  const issued = await issueCardCertificate({ ca, codiceFiscale: card.codiceFiscale, idCarta: card.idCarta, personalData, ...validity });
  const issuerKey = master && deriveCardKey(master, card.idCarta).use((key) => Uint8Array.from(key));
  const chip = createVirtualCard({ contents: { idCarta: card.idCarta, personalData, ...issued }, state: freshCodes(card.transport), type, ...(issuerKey && { issuerKey }) });
  return { chip, authority: ca.certificateDer };
};

const masterKeyIn = async (file: string): Promise<SecretBytes> => {
  const hex = (await readIfThere(file))?.trim() ?? '';
  if (!/^[0-9A-Fa-f]{64}$/.test(hex)) throw new StartRefusal(`--issuer-master: ${file} holds no key of 32 bytes in hex.`);
  return SecretBytes.own(Uint8Array.from(Buffer.from(hex, 'hex')));
};

/** What the card's authority and its manufacturer would hand over. */
const writePapers = async (folder: string, { idCarta, transport }: DeckCard, authority: Uint8Array): Promise<void> => {
  await writeWhole(join(folder, 'ca.pem'), pemOf('CERTIFICATE', authority));
  await writeWhole(join(folder, 'transport-codes.csv'), `id_carta,pin,puk\n${idCarta},${transport.pin},${transport.puk}\n`);
};

const introduce = ({ cardType, surname, name, idCarta, transport }: DeckCard, where: string, isIssuersOwn: boolean): string =>
  [
    `A simulated TS-CNS, type ${cardType}, is in the reader of vpcd at ${where}.`,
    `Holder ${surname} ${name} (invented), ID_Carta ${idCarta}.`,
    `Transport PIN ${transport.pin}, transport PUK ${transport.puk}: this card exists only here, and is forgotten when it is pulled.`,
    ...(isIssuersOwn ? ['It knows its issuer by the key derived from --issuer-master.'] : []),
    'Ctrl-C pulls it.',
    '',
  ].join('\n');
