import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { LocalDate } from '../../schema/common/scalars.js';
import { Customer } from '../../schema/customers/customer.js';
import { CustomerConnection } from '../../schema/customers/payloads.js';
import { SegmentCount } from '../../schema/segments/count.js';
import {
  SegmentMovement,
  SegmentMovementArgs,
  SegmentMovementConnection,
  SegmentMovementTotalsArgs,
} from '../../schema/segments/movement.js';
import { SegmentProfile } from '../../schema/segments/profile.js';
import { SegmentRule } from '../../schema/segments/rules.js';
import { Segment, SegmentPoint, SegmentUse, SegmentVersion } from '../../schema/segments/segment.js';
import { SegmentMemberArgs } from '../../schema/segments/segment-inputs.js';
import { SegmentTemplate } from '../../schema/segments/template.js';
import { Staff } from '../../schema/staff/staff.js';
import type { App } from '../app.js';
import { customerFor } from '../customers/loaders.js';
import type { CustomerRow } from '../customers/rows.js';
import type { Context } from '../graphql/context.js';
import { staffLoader } from '../staff/loaders.js';
import { lastPointLoader, type MovementRow } from './movements.js';
import { currentVersionLoader, type SegmentRow, type SegmentVersionRow, versionLoader } from './saved-rows.js';
import type { TemplateRow } from './templates.js';
import { useLoader } from './uses.js';

/** What a segment has beyond its own columns. */
@Resolver(() => Segment)
export class SegmentFieldsResolver {
  constructor(private readonly app: App) {}

  @FieldResolver(() => Staff, { nullable: true, description: 'Null: every company begins with it.' })
  owner(@Root() segment: SegmentRow, @Ctx() context: Context) {
    return segment.ownerId && context.loaders.get(staffLoader).load(segment.ownerId);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Its rules, or those of a segment that they name, look at contact data: only roles that may reveal contact data read its members (A4).',
  })
  confidential(@Root() segment: SegmentRow, @Ctx() context: Context) {
    return this.app.savedSegments.confidential(context, segment);
  }

  @FieldResolver(() => SegmentVersion, { description: 'The version in force.' })
  currentVersion(@Root() segment: SegmentRow, @Ctx() context: Context) {
    return context.loaders.get(currentVersionLoader).load(segment.id);
  }

  @FieldResolver(() => [SegmentVersion], { description: 'Newest first.' })
  versions(@Root() segment: SegmentRow, @Ctx() context: Context) {
    return context.loaders.get(versionLoader).load(segment.id);
  }

  @FieldResolver(() => SegmentCount, {
    description:
      'Counted now; many at once are better read from `lastPoint`. FORBIDDEN for roles that may not read it.',
  })
  memberCount(
    @Root() segment: SegmentRow,
    @Ctx() context: Context,
    @Arg('asOf', () => LocalDate, { nullable: true }) asOf: string | null | undefined,
  ) {
    return this.app.savedSegments.count(context, segment, asOf ?? null);
  }

  @FieldResolver(() => SegmentPoint, {
    nullable: true,
    description: 'As of the last refresh; null before the first, and for roles that may not read the segment.',
  })
  async lastPoint(@Root() segment: SegmentRow, @Ctx() context: Context) {
    const readable = await this.app.savedSegments.readable(context, segment);
    return readable ? context.loaders.get(lastPointLoader).load(segment.id) : null;
  }

  @FieldResolver(() => [SegmentUse], { description: 'What keeps it from being archived.' })
  usedBy(@Root() segment: SegmentRow, @Ctx() context: Context) {
    return context.loaders.get(useLoader).load(segment.id);
  }

  @FieldResolver(() => CustomerConnection, {
    description: 'Who is in it now, or was at the end of a day; everything later may be paged through by `after`.',
  })
  members(
    @Root() segment: SegmentRow,
    @Ctx() context: Context,
    @Args(() => SegmentMemberArgs) args: SegmentMemberArgs,
  ) {
    return this.app.savedSegments.members(context, segment, args);
  }

  @FieldResolver(() => SegmentMovementConnection, { description: 'Who entered and left, newest first (S7).' })
  movements(
    @Root() segment: SegmentRow,
    @Ctx() context: Context,
    @Args(() => SegmentMovementArgs) args: SegmentMovementArgs,
  ) {
    return this.app.savedSegments.movements(context, segment, args);
  }

  @FieldResolver(() => [SegmentPoint], {
    description: 'Counts over time, oldest first, for days on which it was refreshed; 1,100 at most, the newest.',
  })
  movementTotals(
    @Root() segment: SegmentRow,
    @Ctx() context: Context,
    @Args(() => SegmentMovementTotalsArgs) args: SegmentMovementTotalsArgs,
  ) {
    return this.app.savedSegments.movementTotals(context, segment, args);
  }

  @FieldResolver(() => SegmentProfile, { description: 'Who the members are, beside everybody.' })
  profile(
    @Root() segment: SegmentRow,
    @Ctx() context: Context,
    @Arg('asOf', () => LocalDate, { nullable: true, description: 'As of the end of this day; not for lists.' })
    asOf: string | null | undefined,
  ) {
    return this.app.savedSegments.profile(context, segment, asOf ?? null);
  }
}

@Resolver(() => SegmentVersion)
export class SegmentVersionResolver {
  constructor(private readonly app: App) {}

  @FieldResolver(() => SegmentRule, { description: 'Of a list: the condition of being on it.' })
  rules(@Root() version: SegmentVersionRow) {
    return this.app.savedSegments.rulesOf(version);
  }

  @FieldResolver(() => Staff, { nullable: true })
  createdBy(@Root() version: SegmentVersionRow, @Ctx() context: Context) {
    return version.createdById && context.loaders.get(staffLoader).load(version.createdById);
  }
}

@Resolver(() => SegmentMovement)
export class SegmentMovementResolver {
  @FieldResolver(() => Customer)
  customer(@Root() movement: MovementRow, @Ctx() context: Context, @Info() info: GraphQLResolveInfo) {
    return customerFor(context, info, movement.customerId);
  }
}

@Resolver(() => SegmentTemplate)
export class SegmentTemplateResolver {
  @FieldResolver(() => SegmentRule)
  rules(@Root() template: TemplateRow) {
    return template.rules;
  }
}

/** The segments of a customer's profile. */
@Resolver(() => Customer)
export class CustomerSegmentsResolver {
  constructor(private readonly app: App) {}

  @FieldResolver(() => [Segment], {
    description: 'Segments in use that the customer is in as of their last refresh; for staff.',
  })
  segments(@Root() customer: CustomerRow, @Ctx() context: Context) {
    return this.app.savedSegments.ofCustomer(context, customer.id);
  }
}
