// SPDX-License-Identifier: AGPL-3.0-or-later
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { AskRolesRequest, DecideRolesRequest, Id, PermissionsView, PersonView } from '@sportello/contracts';
import { PERMISSIONS, ROLE_PERMISSIONS, ROLES } from '@sportello/domain';
import { Needs } from '../../platform/access/access';
import { type Act, ThisAct } from '../../platform/idempotency/act';
import { Shows } from '../../platform/looks/shows';
import { AskRoles } from './ask-roles';
import { DecideRoles } from './decide-roles';
import { PersonActs } from './person-acts';

/** Who has which roles, and what a role may do. */
@ApiTags('people')
@Controller()
export class RolesController {
  constructor(
    private readonly acts: PersonActs,
    private readonly askRoles: AskRoles,
    private readonly decideRoles: DecideRoles,
  ) {}

  @Get('permissions')
  @Needs('permissions.read')
  @Shows.nobody()
  @ApiResponse({ status: 200, standardSchema: PermissionsView })
  matrix(): PermissionsView {
    return { roles: [...ROLES], permissions: PERMISSIONS.map((permission) => ({ permission, roles: ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission)) })) };
  }

  @Post('people/:id/roles')
  @Needs('people.ask-roles')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PersonView })
  ask(@ThisAct() act: Act, @Param('id', { schema: Id }) personId: string, @Body({ schema: AskRolesRequest }) request: AskRolesRequest): Promise<PersonView> {
    return this.acts.perform(this.askRoles, act, { ...request, personId });
  }

  @Post('people/:id/roles/decision')
  @Needs('people.decide-roles')
  @HttpCode(200)
  @ApiResponse({ status: 200, standardSchema: PersonView })
  decide(@ThisAct() act: Act, @Param('id', { schema: Id }) personId: string, @Body({ schema: DecideRolesRequest }) request: DecideRolesRequest): Promise<PersonView> {
    return this.acts.perform(this.decideRoles, act, { ...request, personId });
  }
}
