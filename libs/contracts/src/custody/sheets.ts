// SPDX-License-Identifier: AGPL-3.0-or-later
import { SHEET_LOSS_REASONS, type SheetLossReason } from '@sportello/domain';
import * as z from 'zod';
import { ControlNumberText, Id, Instant, LocalDateText } from '../primitives';
import { MatterView } from './matters';
import { MOST_RANGES, SheetRangeMessage } from './sheet-range';

const Note = z.string().trim().max(200).nullable();

/** What one station's envelope printer has by the books, in the order in which it feeds. */
export const TrayView = z
  .object({
    stationId: Id,
    station: z.string(),
    next: ControlNumberText.nullable(),
    last: ControlNumberText.nullable(),
    count: z.int(),
    ranges: z.array(SheetRangeMessage),
    isStopped: z.boolean(),
  })
  .meta({ id: 'Tray' });
export type TrayView = z.infer<typeof TrayView>;

export const CustodyRulesView = z
  .object({
    minimumSheets: z.int(),
    isOnePerson: z.boolean(),
    spoiledPerDay: z.int().nullable(),
    /** Nobody chose for this desk: it has what its kind begins with. */
    areDefaults: z.boolean(),
  })
  .meta({ id: 'CustodyRules' });
export type CustodyRulesView = z.infer<typeof CustodyRulesView>;

export const TransferView = z
  .object({
    id: Id,
    isIncoming: z.boolean(),
    otherDesk: z.string(),
    sentAt: Instant,
    sentBy: z.string(),
    note: Note,
    sent: z.array(SheetRangeMessage),
    /** Still on the way. */
    missing: z.array(SheetRangeMessage),
    /** Something arrived, and not all. */
    isShort: z.boolean(),
  })
  .meta({ id: 'Transfer' });
export type TransferView = z.infer<typeof TransferView>;

export const BagView = z
  .object({ id: Id, desk: z.string(), number: z.string(), count: z.int(), closedAt: Instant, closedBy: z.string(), inspectedAt: Instant.nullable(), inspectedBy: z.string().nullable(), finding: z.string().nullable() })
  .meta({ id: 'Bag' });
export type BagView = z.infer<typeof BagView>;

export const BoxView = z.object({ first: ControlNumberText, last: ControlNumberText, note: Note, receivedAt: Instant, receivedBy: z.string().nullable() }).meta({ id: 'Box' });
export type BoxView = z.infer<typeof BoxView>;

export const SpoiledSheet = z.object({ controlNumber: ControlNumberText, reason: z.enum(SHEET_LOSS_REASONS), at: Instant }).meta({ id: 'SpoiledSheet' });
export type SpoiledSheet = z.infer<typeof SpoiledSheet>;

/** The blind sheets of the caller's desk, and what is to be explained about them; a supervisor sees what is to be explained, and the bags to inspect, of every desk of the body. */
export const SheetsView = z
  .object({
    at: Instant,
    day: LocalDateText,
    rules: CustodyRulesView,
    inStock: z.array(SheetRangeMessage),
    trays: z.array(TrayView),
    /** Printed or in the safe. */
    inHand: z.array(SheetRangeMessage),
    /** In stock and in the printers. */
    toUse: z.int(),
    isLow: z.boolean(),
    toBag: z.array(SpoiledSheet),
    bags: z.array(BagView),
    boxes: z.array(BoxView),
    transfers: z.array(TransferView),
    otherDesks: z.array(z.object({ id: Id, name: z.string() })),
    matters: z.array(MatterView),
  })
  .meta({ id: 'Sheets' });
export type SheetsView = z.infer<typeof SheetsView>;

export const ReceiveBoxRequest = z.strictObject({ ...SheetRangeMessage.shape, note: Note }).meta({ id: 'ReceiveBoxRequest' });
export type ReceiveBoxRequest = z.infer<typeof ReceiveBoxRequest>;

export const LoadSheetsRequest = z.strictObject({ ...SheetRangeMessage.shape, stationId: Id }).meta({ id: 'LoadSheetsRequest' });
export type LoadSheetsRequest = z.infer<typeof LoadSheetsRequest>;

export const SPOIL_REASONS = ['sheet-damaged', 'sheet-illegible', 'sheet-missing'] as const satisfies readonly SheetLossReason[];
export const SpoilSheetsRequest = z.strictObject({ ...SheetRangeMessage.shape, reason: z.enum(SPOIL_REASONS) }).meta({ id: 'SpoilSheetsRequest' });
export type SpoilSheetsRequest = z.infer<typeof SpoilSheetsRequest>;

export const SendSheetsRequest = z.strictObject({ ...SheetRangeMessage.shape, toDeskId: Id, note: Note }).meta({ id: 'SendSheetsRequest' });
export type SendSheetsRequest = z.infer<typeof SendSheetsRequest>;

/** What came out of the parcel. */
export const ArrivalRequest = z.strictObject({ ranges: z.array(SheetRangeMessage).max(MOST_RANGES) }).meta({ id: 'ArrivalRequest' });
export type ArrivalRequest = z.infer<typeof ArrivalRequest>;

export const InspectBagRequest = z.strictObject({ finding: z.string().trim().min(3).max(500) }).meta({ id: 'InspectBagRequest' });
export type InspectBagRequest = z.infer<typeof InspectBagRequest>;
