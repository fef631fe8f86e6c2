// SPDX-License-Identifier: AGPL-3.0-or-later
import { DESK_KINDS, WEEKDAYS } from '@sportello/domain';
import * as z from 'zod';
import { CalendarDraft } from './help-desk/opening';
import { Id } from './primitives';

/** Bodies, desks, and the list that anybody may read. */
const Line = z.string().trim().min(1).max(200);
const Revision = z.int().min(1);

/** As it was typed: the rule decides what is a time, and says which period is wrong. */
const WrittenPeriod = z.strictObject({ weekday: z.enum(WEEKDAYS), from: z.string().trim().max(5), to: z.string().trim().max(5) });

const WrittenAddress = z.strictObject({
  street: z.string().trim().max(200),
  cap: z.string().trim().max(10),
  municipality: z.string().trim().max(100),
  province: z.string().trim().max(10),
  istatCode: z.string().trim().max(10).nullable(),
});

export const OpeningPeriodMessage = z.object({ weekday: z.enum(WEEKDAYS), from: z.string(), to: z.string() }).meta({ id: 'OpeningPeriod' });
export type OpeningPeriodMessage = z.infer<typeof OpeningPeriodMessage>;

export const AddressMessage = z
  .object({ street: z.string(), cap: z.string(), municipality: z.string(), province: z.string(), istatCode: z.string().nullable() })
  .meta({ id: 'Address' });
export type AddressMessage = z.infer<typeof AddressMessage>;

/** Which the list *Dove attivarla* tells, and nothing else of a desk. */
export const PublicDesk = z
  .object({
    body: z.string(),
    kind: z.enum(DESK_KINDS),
    name: z.string(),
    address: AddressMessage,
    phone: z.string().nullable(),
    /** On the clock of Europe/Rome. */
    hours: z.array(OpeningPeriodMessage),
    hoursNotes: z.array(z.string()),
    /** The body's days on which they do not count. */
    calendar: CalendarDraft,
  })
  .meta({ id: 'PublicDesk' });
export type PublicDesk = z.infer<typeof PublicDesk>;

export const PublicDesks = z.object({ desks: z.array(PublicDesk) }).meta({ id: 'PublicDesks' });
export type PublicDesks = z.infer<typeof PublicDesks>;

/** What an administrator writes of a body. */
export const BodyDraft = z.strictObject({ name: Line, kind: z.enum(DESK_KINDS) }).meta({ id: 'BodyDraft' });
export type BodyDraft = z.infer<typeof BodyDraft>;

export const ChangeBodyRequest = BodyDraft.extend({ revision: Revision }).meta({ id: 'ChangeBodyRequest' });
export type ChangeBodyRequest = z.infer<typeof ChangeBodyRequest>;

/** What an administrator writes of a desk. */
export const DeskDraft = z
  .strictObject({
    name: Line,
    /** As the desk's people call the place; the bar and the papers name it. */
    place: Line,
    kind: z.enum(DESK_KINDS),
    address: WrittenAddress.nullable(),
    phone: z.string().trim().max(40).nullable(),
    hours: z.array(WrittenPeriod).max(28),
    hoursNotes: z.array(Line).max(5),
    isListed: z.boolean(),
    isClosed: z.boolean(),
  })
  .meta({ id: 'DeskDraft' });
export type DeskDraft = z.infer<typeof DeskDraft>;

/** The code is the desk's for good: files and papers name it. */
export const AddDeskRequest = DeskDraft.extend({ bodyId: Id, code: z.string().trim().min(1).max(40) }).meta({ id: 'AddDeskRequest' });
export type AddDeskRequest = z.infer<typeof AddDeskRequest>;

export const ChangeDeskRequest = DeskDraft.extend({ revision: Revision }).meta({ id: 'ChangeDeskRequest' });
export type ChangeDeskRequest = z.infer<typeof ChangeDeskRequest>;

export const PlacesDesk = z
  .object({
    id: Id,
    revision: Revision,
    code: z.string(),
    name: z.string(),
    place: z.string(),
    kind: z.enum(DESK_KINDS),
    address: AddressMessage.nullable(),
    phone: z.string().nullable(),
    hours: z.array(OpeningPeriodMessage),
    hoursNotes: z.array(z.string()),
    isListed: z.boolean(),
    isClosed: z.boolean(),
    /** Enrolled and not revoked. */
    stations: z.int(),
  })
  .meta({ id: 'PlacesDesk' });
export type PlacesDesk = z.infer<typeof PlacesDesk>;

const LINE = { phone: z.string(), hours: z.array(OpeningPeriodMessage), calendar: CalendarDraft } as const;

/** The help desk's line: its number, its week, and the days on which that does not count. */
export const HelpDeskLine = z.object(LINE).meta({ id: 'HelpDeskLine' });
export type HelpDeskLine = z.infer<typeof HelpDeskLine>;

/** `revision` 0: nobody changed it yet, and it is as the region's guide prints it. The number is the configuration's. */
const KeptLine = z.object({ revision: z.int().min(0), ...LINE }).omit({ phone: true });

export const ChangeLineRequest = CalendarDraft.extend({ revision: z.int().min(0), hours: z.array(WrittenPeriod).max(28) }).meta({ id: 'ChangeLineRequest' });
export type ChangeLineRequest = z.infer<typeof ChangeLineRequest>;

export const PlacesView = z
  .object({ line: KeptLine, bodies: z.array(z.object({ id: Id, revision: Revision, name: z.string(), kind: z.enum(DESK_KINDS), calendar: CalendarDraft, desks: z.array(PlacesDesk) })) })
  .meta({ id: 'Places' });
export type PlacesView = z.infer<typeof PlacesView>;
