// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { BlankDelegation } from './blank-delegation';
import { PaperActs } from './paper-acts';
import { PapersController } from './papers.controller';
import { PrintCasePaper } from './print-case-paper';
import { PrintDeskPaper } from './print-desk-paper';
import { PublicFormsController } from './public-forms.controller';

@Module({
  controllers: [PapersController, PublicFormsController],
  providers: [BlankDelegation, PaperActs, PrintCasePaper, PrintDeskPaper],
})
export class PapersModule {}
