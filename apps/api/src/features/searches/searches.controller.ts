// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { SearchRequest, SearchResult } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { Caller, RequestId, type SignedInOperator } from '../../platform/access/caller';
import { Shows } from '../../platform/looks/shows';
import { SearchCases } from './search-cases';

/** Looks that are written down. They change nothing, so that they need no key; and a key would keep a trace of the text. */
@ApiTags('searches')
@Controller('searches')
export class SearchesController {
  constructor(private readonly searchCases: SearchCases) {}

  @Post()
  @Needs('case.search')
  @Shows.toldBy('case.searched')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: SearchResult })
  search(@Caller() caller: SignedInOperator, @RequestId() requestId: string, @Body({ schema: SearchRequest }) request: SearchRequest): Promise<SearchResult> {
    return this.searchCases.run(caller, requestId, request);
  }
}
