// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { CountReaders } from './count-readers';
import { PrintReceipt } from './print-receipt';
import { ReaderActs } from './reader-acts';
import { ReaderSalesController } from './reader-sales.controller';
import { ReceiveReaders } from './receive-readers';
import { SellReaders } from './sell-readers';
import { VoidSale } from './void-sale';

@Module({ controllers: [ReaderSalesController], providers: [CountReaders, PrintReceipt, ReaderActs, ReceiveReaders, SellReaders, VoidSale] })
export class ReaderSalesModule {}
