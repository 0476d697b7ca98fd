import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PageArgs } from '../common/connection.js';
import { Payload } from '../common/payload.js';
import { LocalDate } from '../common/scalars.js';
import { LifecycleStage } from '../customers/enums.js';
import { SegmentRule } from './rules.js';
import { PlaybookInput, Segment } from './segment.js';
import { SegmentKind, SegmentMemberOrderBy, SegmentOrderBy } from './segment-enums.js';

@InputType({ description: 'All conditions together.' })
export class SegmentFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name or description, without regard to case.' })
  q?: string | null;

  @Field(() => SegmentKind, { nullable: true })
  kind?: SegmentKind | null;

  @Field(() => Boolean, { nullable: true, description: 'Left out: false.' })
  archived?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether every company begins with it.' })
  builtIn?: boolean | null;
}

@ArgsType()
export class SegmentListArgs extends PageArgs {
  @Field(() => SegmentFilter, { nullable: true })
  filter?: SegmentFilter | null;

  @Field(() => SegmentOrderBy, { defaultValue: SegmentOrderBy.NAME_ASC })
  orderBy!: SegmentOrderBy;
}

@InputType({ description: 'All conditions together; lists within one mean any of them.' })
export class SegmentMemberFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Part of a name, an external id, or, for roles that may reveal contact data, a whole phone number or e-mail address.',
  })
  q?: string | null;

  @Field(() => [ID], { nullable: true })
  tierIds?: string[] | null;

  @Field(() => [LifecycleStage], { nullable: true })
  stages?: LifecycleStage[] | null;
}

@ArgsType()
export class SegmentMemberArgs extends PageArgs {
  @Field(() => SegmentMemberFilter, { nullable: true })
  filter?: SegmentMemberFilter | null;

  @Field(() => SegmentMemberOrderBy, { defaultValue: SegmentMemberOrderBy.SPEND_DESC })
  orderBy!: SegmentMemberOrderBy;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Members as of the end of this day; sorted and filtered as of it, too. Not for lists.',
  })
  asOf?: string | null;
}

@InputType({ description: 'A new segment.' })
export class SegmentCreateInput {
  @Field(() => String, { description: '1–80 characters; no other segment in use has it.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'Up to 1,000 characters.' })
  description?: string | null;

  @Field(() => SegmentKind, { defaultValue: SegmentKind.DYNAMIC })
  kind!: SegmentKind;

  @Field(() => SegmentRule, { nullable: true, description: 'Required for DYNAMIC, refused for LIST.' })
  rules?: SegmentRule | null;

  @Field(() => PlaybookInput, { nullable: true })
  playbook?: PlaybookInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same key makes the same segment, however often it is sent.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes of a segment; what is left out or null stays as it is.' })
export class SegmentUpdateInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version that was read; an older one is refused with VERSION_CONFLICT.' })
  version!: number;

  @Field(() => String, { nullable: true, description: '1–80 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Up to 1,000 characters.' })
  description?: string | null;

  @Field(() => PlaybookInput, { nullable: true })
  playbook?: PlaybookInput | null;

  @Field(() => SegmentRule, { nullable: true, description: 'Other rules make a new version; not for lists.' })
  rules?: SegmentRule | null;

  @Field(() => String, { nullable: true, description: 'Why the rules change; up to 500 characters.' })
  note?: string | null;
}

@InputType()
export class SegmentArchiveInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version that was read; an older one is refused with VERSION_CONFLICT.' })
  version!: number;
}

@InputType()
export class SegmentRestoreInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version that was read; an older one is refused with VERSION_CONFLICT.' })
  version!: number;
}

@InputType({ description: 'A segment whose present members are to become a list.' })
export class SegmentFreezeInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Of the list; 1–80 characters.' })
  name!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Members as of the end of this day; left out: now.' })
  asOf?: string | null;

  @Field(() => String, { nullable: true, description: 'The same key makes the same list, however often it is sent.' })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Customers to put on a list; whoever is on it already stays.' })
export class SegmentListAddInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'The source that the external ids belong to.' })
  source?: string | null;

  @Field(() => [String], { nullable: true, description: '10,000 at most.' })
  externalIds?: string[] | null;

  @Field(() => [ID], { nullable: true, description: '10,000 at most.' })
  customerIds?: string[] | null;
}

@InputType({ description: 'Customers to take off a list.' })
export class SegmentListRemoveInput {
  @Field(() => ID)
  id!: string;

  @Field(() => [ID], { description: '10,000 at most.' })
  customerIds!: string[];
}

@InputType({ description: 'A segment whose members and movements are to be brought up to date now.' })
export class SegmentRefreshInput {
  @Field(() => ID)
  id!: string;
}

@ObjectType({ description: 'The segment, or why it was refused.' })
export class SegmentPayload extends Payload {
  @Field(() => Segment, { nullable: true })
  segment?: Segment | null;
}

@ObjectType({ description: 'What became of customers that were to be put on a list or taken off it.' })
export class SegmentListPayload extends Payload {
  @Field(() => Segment, { nullable: true })
  segment?: Segment | null;

  @Field(() => Int, { nullable: true, description: 'How many came onto the list; null when refused.' })
  added?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many left it; null when refused.' })
  removed?: number | null;

  @Field(() => [String], { nullable: true, description: 'External and customer ids that lead to nobody in use.' })
  unknown?: string[] | null;
}
