// SPDX-License-Identifier: AGPL-3.0-or-later
import { IdCartaText, ControlNumberText } from '@sportello/contracts';
import { CARD_STATES, DESK_KINDS, ROLES, WEEKDAYS, openingHours, parseAddress, parseCodiceFiscale } from '@sportello/domain';
import * as z from 'zod';
import { LONGEST_SECRET_BYTES } from '../../platform/passwords/slow-hash';

const Name = z.string().trim().min(1).max(200);
const Username = z.string().trim().toLowerCase().min(1).max(100);
const Password = z
  .string()
  .min(8)
  .refine((text) => Buffer.byteLength(text) <= LONGEST_SECRET_BYTES, `at most ${LONGEST_SECRET_BYTES} bytes`);
const CodiceFiscaleText = z.string().refine((text) => parseCodiceFiscale(text).ok, 'not a codice fiscale');

/** How the desk keeps its blind sheets; what is left out is its kind's. */
const FileCustody = z.strictObject({
  minimumSheets: z.int().min(0).optional(),
  isOnePerson: z.boolean().optional(),
  spoiledPerDay: z.int().min(0).optional(),
});

const FileAddress = z
  .strictObject({ street: Name, cap: z.string(), municipality: Name, province: z.string(), istatCode: z.string().nullable().default(null) })
  .transform((written, context) => {
    const address = parseAddress(written);
    if (address.ok) return address.value;
    context.addIssue({ code: 'custom', path: [address.refusal.field], message: 'not an address' });
    return z.NEVER;
  });

const FileHours = z.array(z.strictObject({ weekday: z.enum(WEEKDAYS), from: z.string(), to: z.string() })).transform((written, context) => {
  const hours = openingHours(written);
  if (hours.ok) return hours.value;
  const { because, weekday, from, to } = hours.refusal;
  context.addIssue({ code: 'custom', message: `${weekday} ${from} to ${to}: ${because}` });
  return z.NEVER;
});

/** What the public list tells of a desk; what is left out stays as it is. */
const FileDesk = z
  .strictObject({
    code: Name,
    name: Name,
    place: Name,
    body: Name,
    kind: z.enum(DESK_KINDS),
    custody: FileCustody.optional(),
    address: FileAddress.optional(),
    phone: z.string().trim().max(40).optional(),
    hours: FileHours.optional(),
    hoursNotes: z.array(Name).max(5).optional(),
    isListed: z.boolean().optional(),
  })
  .refine(({ isListed, address, hours }) => isListed !== true || (address !== undefined && hours !== undefined && hours.length > 0), 'a listed desk needs its address and its hours');

const ReportedLot = z
  .strictObject({ name: Name, cardType: z.string().trim().min(1).max(20).nullish(), firstIdCarta: IdCartaText, lastIdCarta: IdCartaText, isWithdrawn: z.boolean().default(false) })
  .refine(({ firstIdCarta, lastIdCarta }) => firstIdCarta <= lastIdCarta, 'the lot ends before it begins');

/** What sets an installation up: the same file may come again, and changes only what it says anew. */
export const ProvisionFile = z.strictObject({
  bodies: z.array(z.strictObject({ id: z.uuid().optional(), name: Name, kind: z.enum(DESK_KINDS) })).default([]),
  desks: z.array(FileDesk).default([]),
  stations: z.array(z.strictObject({ desk: Name, name: Name, enrolmentCode: z.string().trim().min(8).max(64) })).default([]),
  operators: z
    .array(
      z.strictObject({
        username: Username,
        password: Password,
        displayName: Name,
        codiceFiscale: CodiceFiscaleText.nullish(),
        roles: z.array(z.enum(ROLES)).min(1),
        desk: Name,
        /** Of somebody who is there: what the file says of them holds. Otherwise they stay as they are: what the person chose, and what administrators decided. */
        isReset: z.boolean().default(false),
        /** *In formazione* from now on. Whoever was enabled since stays enabled; whoever is there already is left as they are, unless reset. */
        isInTraining: z.boolean().default(false),
      }),
    )
    .default([]),
  /** Boxes that were delivered; a desk with a station has them loaded there, in the first one unless another is named. */
  sheets: z.array(z.strictObject({ desk: Name, station: Name.optional(), from: ControlNumberText, to: ControlNumberText })).default([]),
  transportCodes: z.array(z.strictObject({ idCarta: IdCartaText, pin: z.string().regex(/^\d{5,8}$/), puk: z.string().regex(/^\d{8}$/) })).default([]),
  cards: z.array(z.strictObject({ idCarta: IdCartaText, state: z.enum(CARD_STATES).exclude(['unknown']), issuerKeyVersion: z.int().min(1).optional() })).default([]),
  /** Cards that are known to be bad, by the first and the last ID_Carta; told again under its name a lot is mended, or withdrawn. */
  reportedLots: z.array(ReportedLot).default([]),
});
export type ProvisionFile = z.infer<typeof ProvisionFile>;
export type FileLot = ProvisionFile['reportedLots'][number];
export type FileDesk = ProvisionFile['desks'][number];
export type FileCard = ProvisionFile['cards'][number];
