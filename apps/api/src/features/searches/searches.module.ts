// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { SearchCases } from './search-cases';
import { SearchesController } from './searches.controller';

@Module({ controllers: [SearchesController], providers: [SearchCases] })
export class SearchesModule {}
