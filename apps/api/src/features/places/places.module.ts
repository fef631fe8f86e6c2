// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { AddBody } from './add-body';
import { AddDesk } from './add-desk';
import { ChangeBody } from './change-body';
import { ChangeCalendar } from './change-calendar';
import { ChangeDesk } from './change-desk';
import { ChangeLine } from './change-line';
import { ListDesks } from './list-desks';
import { PlaceActs } from './place-acts';
import { PlacesController } from './places.controller';
import { PublicDesksController } from './public-desks.controller';

@Module({ controllers: [PlacesController, PublicDesksController], providers: [AddBody, AddDesk, ChangeBody, ChangeCalendar, ChangeDesk, ChangeLine, ListDesks, PlaceActs] })
export class PlacesModule {}
