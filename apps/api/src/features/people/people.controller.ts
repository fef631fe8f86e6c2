// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { ChangePersonRequest, EndServiceRequest, Id, InvitePersonRequest, PeopleRequest, PeopleView, PersonView, SignOutPersonRequest } from '@sportello/contracts';
import { Needs } from '../../platform/access/access';
import { Caller, type SignedInOperator } from '../../platform/access/caller';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Shows } from '../../platform/looks/shows';
import { ChangePerson } from './change-person';
import { EndService } from './end-service';
import { InvitePerson } from './invite-person';
import { ListPeople } from './list-people';
import { PersonActs } from './person-acts';
import { SignOutPerson } from './sign-out-person';

/** The people of the body, for its administrators. */
@ApiTags('people')
@Controller('people')
export class PeopleController {
  constructor(
    private readonly people: ListPeople,
    private readonly acts: PersonActs,
    private readonly invitePerson: InvitePerson,
    private readonly changePerson: ChangePerson,
    private readonly endService: EndService,
    private readonly signOutPerson: SignOutPerson,
  ) {}

  @Get()
  @Needs('people.read')
  @Shows.list('people', ({ people }: PeopleView) => people.length)
  @ApiResponse({ status: 200, standardSchema: PeopleView })
  list(@Caller() caller: SignedInOperator, @Query({ schema: PeopleRequest }) { search }: PeopleRequest): Promise<PeopleView> {
    return this.people.run(caller, search ?? '');
  }

  @Get(':id')
  @Needs('people.read')
  @Shows.one('operator')
  @ApiResponse({ status: 200, standardSchema: PersonView })
  show(@Caller() caller: SignedInOperator, @Param('id', { schema: Id }) personId: string): Promise<PersonView> {
    return this.people.one(caller, personId);
  }

  @Post()
  @Needs('people.manage')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PersonView })
  invite(@ThisAct() act: Act, @Body({ schema: InvitePersonRequest }) request: InvitePersonRequest): Promise<PersonView> {
    return this.acts.perform(this.invitePerson, act, request);
  }

  @Post(':id/changes')
  @Needs('people.manage')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PersonView })
  change(@ThisAct() act: Act, @Param('id', { schema: Id }) personId: string, @Body({ schema: ChangePersonRequest }) request: ChangePersonRequest): Promise<PersonView> {
    return this.acts.perform(this.changePerson, act, { ...request, personId });
  }

  @Post(':id/leaving')
  @Needs('people.manage')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PersonView })
  leave(@ThisAct() act: Act, @Param('id', { schema: Id }) personId: string, @Body({ schema: EndServiceRequest }) request: EndServiceRequest): Promise<PersonView> {
    return this.acts.perform(this.endService, act, { ...request, personId });
  }

  @Post(':id/sign-out')
  @Needs('people.manage')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PersonView })
  signOut(@ThisAct() act: Act, @Param('id', { schema: Id }) personId: string, @Body({ schema: SignOutPersonRequest }) request: SignOutPersonRequest): Promise<PersonView> {
    return this.acts.perform(this.signOutPerson, act, { ...request, personId });
  }
}
