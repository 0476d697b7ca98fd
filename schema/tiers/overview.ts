import { Field, Float, Int, ObjectType } from 'type-graphql';
import { LocalDate, Money } from '../common/scalars.js';

/** `tier` comes from its resolver. */
@ObjectType()
export class TierCount {
  @Field(() => Int)
  count!: number;
}

/** `benefit` comes from its resolver. */
@ObjectType()
export class BenefitCount {
  @Field(() => Int)
  count!: number;
}

@ObjectType()
export class RedemptionDay {
  @Field(() => LocalDate)
  day!: string;

  @Field(() => Int, { description: 'Redemptions that were not released or reversed.' })
  count!: number;

  @Field(() => Money)
  cost!: number;
}

@ObjectType()
export class MoveDay {
  @Field(() => LocalDate)
  day!: string;

  @Field(() => Int)
  up!: number;

  @Field(() => Int)
  down!: number;
}

@ObjectType()
export class OrderDay {
  @Field(() => LocalDate)
  day!: string;

  @Field(() => Int)
  orders!: number;

  @Field(() => Money, { description: 'Net of refunds.' })
  spend!: number;
}

@ObjectType({
  description:
    'The programme at a glance, over active customers. Months and days are those of the company; the lists of days are the last 30, today included, without gaps.',
})
export class ProgramOverview {
  @Field(() => Int, { description: 'Active customers.' })
  customers!: number;

  @Field(() => Int, { description: 'Customers who registered this month.' })
  newMembers!: number;

  @Field(() => [TierCount], { description: 'Tiers in force, lowest first.' })
  membersByTier!: TierCount[];

  @Field(() => Int, { description: 'Active customers without a tier.' })
  noTier!: number;

  @Field(() => Int, { description: 'Moves up this month.' })
  movesUp!: number;

  @Field(() => Int, { description: 'Moves down this month.' })
  movesDown!: number;

  @Field(() => [MoveDay])
  movesByDay!: MoveDay[];

  @Field(() => Int)
  redemptionsThisMonth!: number;

  @Field(() => [RedemptionDay])
  redemptionsByDay!: RedemptionDay[];

  @Field(() => [BenefitCount], { description: 'The five most redeemed of the last 30 days.' })
  topBenefits!: BenefitCount[];

  @Field(() => [OrderDay])
  ordersByDay!: OrderDay[];

  @Field(() => Float, { description: 'All balances together.' })
  pointsOutstanding!: number;

  @Field(() => Float, { description: 'Of these, what expires within 30 days.' })
  pointsExpiring30Days!: number;
}
