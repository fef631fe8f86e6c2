// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { CallActs } from './call-acts';
import { CallWorkController } from './call-work.controller';
import { CallsController } from './calls.controller';
import { CloseCall } from './close-call';
import { HelpDeskController } from './help-desk.controller';
import { IdentifyCaller } from './identify-caller';
import { OpenCall } from './open-call';
import { RecordMail } from './record-mail';
import { ShowHelpDesk } from './show-help-desk';
import { WriteCall } from './write-call';

@Module({ controllers: [HelpDeskController, CallsController, CallWorkController], providers: [CallActs, CloseCall, IdentifyCaller, OpenCall, RecordMail, ShowHelpDesk, WriteCall] })
export class HelpDeskModule {}
