import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDate } from '../common/scalars.js';
import { SegmentJoin } from './enums.js';
import { SegmentCondition, SegmentRule } from './rules.js';

const AS_OF =
  'Judges everybody as at the end of this day: later orders, refunds and events do not count. Profile, tier, points and perks are as they are now. Left out: now.';

@InputType()
export class SegmentCountInput {
  @Field(() => SegmentRule)
  rules!: SegmentRule;

  @Field(() => LocalDate, { nullable: true, description: AS_OF })
  asOf?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: wait longer rather than take an estimate; TOO_SLOW when even that does not do.',
  })
  exact?: boolean | null;
}

@ObjectType({ description: 'How many customers are in it.' })
export class SegmentCount {
  @Field(() => Int)
  count!: number;

  @Field(() => Boolean, { description: 'False: an estimate, because counting takes too long.' })
  exact!: boolean;

  @Field(() => Int, { description: 'All customers in use.' })
  total!: number;

  @Field(() => Float, { description: 'Of all customers, 0 to 1.' })
  share!: number;
}

@InputType()
export class SegmentSampleInput {
  @Field(() => SegmentRule)
  rules!: SegmentRule;

  @Field(() => LocalDate, { nullable: true, description: AS_OF })
  asOf?: string | null;

  @Field(() => Int, { defaultValue: 10, description: '20 at most.' })
  first!: number;
}

@InputType({ description: 'Either `rules` or `segmentId`.' })
export class SegmentWhyInput {
  @Field(() => SegmentRule, { nullable: true })
  rules?: SegmentRule | null;

  @Field(() => ID, { nullable: true })
  segmentId?: string | null;

  @Field(() => ID)
  customerId!: string;

  @Field(() => LocalDate, { nullable: true, description: AS_OF })
  asOf?: string | null;
}

/** One rule of a segment, judged for one customer. */
@ObjectType({ description: 'One rule, judged for one customer; in the shape of the rules.' })
export class SegmentWhyNode {
  @Field(() => Boolean)
  matches!: boolean;

  @Field(() => SegmentJoin, { nullable: true })
  join!: SegmentJoin | null;

  @Field(() => [SegmentWhyNode], { nullable: true })
  rules!: SegmentWhyNode[] | null;

  @Field(() => SegmentCondition, { nullable: true })
  condition!: SegmentCondition | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The customer's own value: text, code, number, amount, day, ids or names separated by commas; null where there is none.",
  })
  value!: string | null;
}

@ObjectType({ description: 'Why a customer is in or out, rule by rule.' })
export class SegmentWhy {
  @Field(() => Boolean)
  matches!: boolean;

  @Field(() => SegmentWhyNode)
  root!: SegmentWhyNode;
}
