import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { StaffCreateInput, StaffUpdateInput } from '../../schema/staff/inputs.js';
import { StaffConnection, StaffListArgs } from '../../schema/staff/lists.js';
import { StaffPayload } from '../../schema/staff/payloads.js';
import { StaffSession } from '../../schema/staff/session.js';
import { Staff } from '../../schema/staff/staff.js';
import type { App } from '../app.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/errors.js';
import type { StaffRow } from './rows.js';

/** The company's people. */
@Resolver(() => Staff)
export class StaffResolver {
  constructor(private readonly app: App) {}

  @Query(() => Staff, { nullable: true })
  staffMember(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.app.staff.get(context, id);
  }

  @Query(() => StaffConnection)
  staffMembers(@Ctx() context: Context, @Args(() => StaffListArgs) args: StaffListArgs) {
    return this.app.staff.list(context, args);
  }

  @FieldResolver(() => [StaffSession], { description: 'Where they are signed in now; for themselves and STAFF_READ.' })
  sessions(@Ctx() context: Context, @Root() staff: StaffRow) {
    return this.app.staff.sessionsOf(context, staff.id);
  }

  @Mutation(() => StaffPayload, { description: 'Makes a member of staff, who can sign in at once.' })
  staffCreate(@Ctx() context: Context, @Arg('input', () => StaffCreateInput) input: StaffCreateInput) {
    return payload(() => this.app.staff.create(context, input));
  }

  @Mutation(() => StaffPayload, { description: 'Changes or disables a member of staff.' })
  staffUpdate(@Ctx() context: Context, @Arg('input', () => StaffUpdateInput) input: StaffUpdateInput) {
    return payload(() => this.app.staff.update(context, input));
  }
}
