// SPDX-License-Identifier: AGPL-3.0-or-later
import { Module } from '@nestjs/common';
import { AcceptInvitation } from './accept-invitation';
import { AskRoles } from './ask-roles';
import { ChangePerson } from './change-person';
import { DecideRoles } from './decide-roles';
import { EndService } from './end-service';
import { InvitationsController } from './invitations.controller';
import { InvitePerson } from './invite-person';
import { ListPeople } from './list-people';
import { MakeInvitation } from './make-invitation';
import { PeopleController } from './people.controller';
import { PersonActs } from './person-acts';
import { RolesController } from './roles.controller';
import { SignOutPerson } from './sign-out-person';

@Module({
  controllers: [InvitationsController, PeopleController, RolesController],
  providers: [AcceptInvitation, AskRoles, ChangePerson, DecideRoles, EndService, InvitePerson, ListPeople, MakeInvitation, PersonActs, SignOutPerson],
})
export class PeopleModule {}
