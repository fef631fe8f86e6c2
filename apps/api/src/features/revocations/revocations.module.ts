// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { SendLines } from '../../platform/csv/send-lines';
import { DecideRevocation } from './decide-revocation';
import { LetCardsGo } from './let-cards-go';
import { LetLotGo } from './let-lot-go';
import { ListRevocations } from './list-revocations';
import { LookAtCards } from './look-at-cards';
import { LotActs } from './lot-acts';
import { LotsController } from './lots.controller';
import { ReceiptFile } from './receipt-file';
import { RecordRevocation } from './record-revocation';
import { ReportWrongDelivery } from './report-wrong-delivery';
import { ResolveRevocation } from './resolve-revocation';
import { RevocationActs } from './revocation-acts';
import { RevocationDeclarationController } from './revocation-declaration.controller';
import { RevocationPaperController } from './revocation-paper.controller';
import { RevocationsController } from './revocations.controller';
import { PrintDeclaration } from './print-declaration';
import { PrintRevocation } from './print-revocation';
import { PublicRevocation } from './public-revocation';
import { PublicRevocationsController } from './public-revocations.controller';
import { TryLot } from './try-lot';
import { WorkOffLots } from './work-off-lots';
import { WrongDeliveryController } from './wrong-delivery.controller';

@Module({
  controllers: [PublicRevocationsController, RevocationsController, RevocationDeclarationController, RevocationPaperController, LotsController, WrongDeliveryController],
  providers: [PrintDeclaration, PrintRevocation, PublicRevocation, RevocationActs, RecordRevocation, ListRevocations, LookAtCards, ReceiptFile, DecideRevocation, ResolveRevocation, ReportWrongDelivery, LotActs, TryLot, LetLotGo, LetCardsGo, WorkOffLots, SendLines],
})
export class RevocationsModule {}
