// SPDX-License-Identifier: AGPL-3.0-or-later
import { localDateAt } from '@sportello/domain';
import { mkdir } from 'node:fs/promises';
import { relative } from 'node:path';
import * as z from 'zod';
import { openDeskCredential } from '../authority/desk-credential';
import { openSelfCheckCredential } from '../authority/self-check-credential';
import { Chips } from '../chips/chips';
import { openAuthority } from '../data-folder/authority';
import { dataFolderAt, type DataFolder } from '../data-folder/data-folder';
import { readJsonIfThere, writeJson } from '../data-folder/files';
import { openIssuerKey } from '../data-folder/issuer-key';
import { DEMO_DESK, provisionFor } from '../data-folder/provision';
import { openSignIns, type SignIn } from '../data-folder/sign-ins';
import { comesAlone } from '../deck/comes-alone';
import { Deck } from '../deck/deck';
import { makeDeck } from '../deck/make-deck';
import { spokenCode, type RandomIndex } from '../deck/random';

/** What whoever starts a rehearsal needs to know; printed as one JSON line. */
export type Prepared = {
  readonly msg: 'prepared';
  readonly isNew: boolean;
  /** Paths are relative to DATA_DIR. */
  readonly trustAnchorsDir: string;
  readonly issuerKeysDir: string;
  /** With what the desk speaks to the demo authority, and by what it knows it. */
  readonly authority: { readonly certificate: string; readonly deskKey: string; readonly deskCertificate: string };
  /** What the self-check page shows for itself. */
  readonly selfCheck: { readonly key: string; readonly certificate: string };
  readonly provisionFile: string;
  readonly desk: { readonly code: string; readonly name: string; readonly place: string };
  readonly enrolmentCode: string;
  /** With the first role of each, by which a person tells them apart. */
  readonly signIns: readonly (SignIn & { readonly role: string })[];
};

const ProvisionOnDisk = z.object({ stations: z.tuple([z.object({ enrolmentCode: z.string() })]), operators: z.array(z.object({ username: z.string() })) });

/** Makes everything that the world needs, once: what is in the folder already stays as it is, so cards keep their codes from one day to the next. */
export const prepare = async (root: string, now: Date, random: RandomIndex): Promise<Prepared> => {
  const folder = dataFolderAt(root);
  await mkdir(folder.root, { recursive: true, mode: 0o700 });
  const known = await readJsonIfThere(folder.deck, Deck);
  const deck = known ?? makeDeck(localDateAt(now), random);
  if (known === undefined) await writeJson(folder.deck, deck);

  const authority = await openAuthority(folder, now);
  const chips = new Chips(folder.chips, authority, await openIssuerKey(folder));
  // The chips of the reserve, and of those who do not come alone, are made later, when nobody waits for them.
  for (const card of deck.cards.filter(comesAlone)) await chips.certificateOf(card);
  await openDeskCredential(folder, now);
  await openSelfCheckCredential(folder, authority, now);
  const signIns = await openSignIns(folder, random);
  const enrolmentCode = await openProvision(folder, deck, signIns, random);
  return {
    msg: 'prepared',
    isNew: known === undefined,
    trustAnchorsDir: relative(root, folder.trustAnchors),
    issuerKeysDir: relative(root, folder.issuerKeys),
    authority: { certificate: relative(root, folder.authorityCertificate), deskKey: relative(root, folder.deskKey), deskCertificate: relative(root, folder.deskCertificate) },
    selfCheck: { key: relative(root, folder.selfCheckKey), certificate: relative(root, folder.selfCheckCertificate) },
    provisionFile: relative(root, folder.provision),
    desk: { code: DEMO_DESK.code, name: DEMO_DESK.name, place: DEMO_DESK.place },
    enrolmentCode,
    signIns: signIns.map((signIn) => ({ ...signIn, role: signIn.roles[0] ?? '' })),
  };
};

const openProvision = async (folder: DataFolder, deck: Deck, signIns: readonly SignIn[], random: RandomIndex): Promise<string> => {
  const known = await readJsonIfThere(folder.provision, ProvisionOnDisk);
  // A file of an earlier version names fewer people; its station keeps its code.
  if (known !== undefined && known.operators.length === signIns.length) return known.stations[0].enrolmentCode;
  const code = known?.stations[0].enrolmentCode ?? [spokenCode(4, random), spokenCode(4, random), spokenCode(4, random)].join('-');
  await writeJson(folder.provision, provisionFor(deck, signIns, code));
  return code;
};
