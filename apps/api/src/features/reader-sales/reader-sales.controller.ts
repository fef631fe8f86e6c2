// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { CountReadersRequest, Id, OrderedPaper, PrintReceiptRequest, ReadersDay, ReadersView, ReceiveReadersRequest, SellReadersRequest, VoidSaleRequest } from '@sportello/contracts';
import type { LocalDate } from '@sportello/domain';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Shows } from '../../platform/looks/shows';
import { CountReaders } from './count-readers';
import { PrintReceipt } from './print-receipt';
import { ReaderActs } from './reader-acts';
import { ReceiveReaders } from './receive-readers';
import { SellReaders } from './sell-readers';
import { VoidSale } from './void-sale';

/** The smart-card readers that the desk sells. */
@ApiTags('readers')
@Controller('readers')
@Shows.list('reader-sales', ({ sales, movements }: ReadersView) => sales.length + movements.length)
export class ReaderSalesController {
  constructor(
    private readonly acts: ReaderActs,
    private readonly receiveReaders: ReceiveReaders,
    private readonly sellReaders: SellReaders,
    private readonly voidSale: VoidSale,
    private readonly countReaders: CountReaders,
    private readonly printReceipt: PrintReceipt,
  ) {}

  @Get()
  @Needs('readers.read')
  @ApiResponse({ status: 200, standardSchema: ReadersView })
  show(@Caller() caller: SignedInOperator, @Query({ schema: ReadersDay }) { day }: ReadersDay): Promise<ReadersView> {
    return this.acts.show(caller, day as LocalDate | undefined);
  }

  @Post('deliveries')
  @Needs('readers.sell')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: ReadersView })
  receive(@ThisAct() act: Act, @Body({ schema: ReceiveReadersRequest }) request: ReceiveReadersRequest): Promise<ReadersView> {
    return this.acts.perform(this.receiveReaders, act, request);
  }

  @Post('sales')
  @Needs('readers.sell')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: ReadersView })
  sell(@ThisAct() act: Act, @Body({ schema: SellReadersRequest }) request: SellReadersRequest): Promise<ReadersView> {
    return this.acts.perform(this.sellReaders, act, request);
  }

  @Post('sales/:id/void')
  @Needs('readers.sell')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: ReadersView })
  takeBack(@ThisAct() act: Act, @Param('id', { schema: Id }) saleId: string, @Body({ schema: VoidSaleRequest }) request: VoidSaleRequest): Promise<ReadersView> {
    return this.acts.perform(this.voidSale, act, { ...request, saleId });
  }

  @Post('counts')
  @Needs('readers.sell')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: ReadersView })
  count(@ThisAct() act: Act, @Body({ schema: CountReadersRequest }) request: CountReadersRequest): Promise<ReadersView> {
    return this.acts.perform(this.countReaders, act, request);
  }

  /** Answered without a view: whether a sheet came out is told by the order (`GET /api/papers/:id`). */
  @Post('sales/:id/receipt')
  @Shows.nobody()
  @Needs('paper.print')
  @HttpCode(202)
  @ApiResponse({ status: 202, standardSchema: OrderedPaper })
  print(@ThisAct() act: Act, @Param('id', { schema: Id }) saleId: string, @Body({ schema: PrintReceiptRequest }) request: PrintReceiptRequest): Promise<OrderedPaper> {
    return this.printReceipt.run(act, { ...request, saleId });
  }
}
