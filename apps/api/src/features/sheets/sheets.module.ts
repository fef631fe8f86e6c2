// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { AskDestruction } from './ask-destruction';
import { CloseBag } from './close-bag';
import { InspectBag } from './inspect-bag';
import { LoadSheets } from './load-sheets';
import { MattersController } from './matters.controller';
import { ParcelsController } from './parcels.controller';
import { ReadNumber } from './read-number';
import { ReceiveBox } from './receive-box';
import { SendSheets } from './send-sheets';
import { SheetActs } from './sheet-acts';
import { SheetsController } from './sheets.controller';
import { SignMatter } from './sign-matter';
import { SpoilSheets } from './spoil-sheets';
import { TakeArrival } from './take-arrival';

@Module({
  controllers: [MattersController, ParcelsController, SheetsController],
  providers: [AskDestruction, CloseBag, InspectBag, LoadSheets, ReadNumber, ReceiveBox, SendSheets, SheetActs, SignMatter, SpoilSheets, TakeArrival],
})
export class SheetsModule {}
