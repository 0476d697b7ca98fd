import { Field, Int, ObjectType } from 'type-graphql';
import { LocalDate, Money } from '../common/scalars.js';
import { TierCause } from './enums.js';

/** What is missing for the next tier (V5): "¥380 or one more order to Gold". `next` comes from its resolver. */
@ObjectType({ description: 'What is missing for the next tier (V5): "¥380 or one more order to Gold".' })
export class TierProgress {
  @Field(() => Money, { nullable: true, description: 'Where spend is measured.' })
  spendGap!: number | null;

  @Field(() => Int, { nullable: true, description: 'Where points are measured.' })
  pointsGap!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many orders of their own average size close the gap, at least one; null before the first order.',
  })
  ordersGap!: number | null;

  @Field(() => Money, { description: 'What counts so far in the window.' })
  spend!: number;

  @Field(() => Int)
  points!: number;

  @Field(() => Int)
  orders!: number;

  @Field(() => LocalDate, { nullable: true, description: 'First day of the window; null: everything counts.' })
  periodStart!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Last day of the window; null: everything counts.' })
  periodEnd!: string | null;
}

/** A customer's place in the programme; `tier`, `progress` and `points` come from resolvers. */
@ObjectType({ description: "A customer's place in the programme (V1, V5)." })
export class Membership {
  @Field(() => Date, { nullable: true, description: 'Since when the tier is held.' })
  since!: Date | null;

  @Field(() => TierCause, { nullable: true })
  qualifiedBy!: TierCause | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When the tier is looked at again, or the grant ends; null: never, or no tier.',
  })
  expiresAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Held only by grace, until then.' })
  graceUntil!: Date | null;
}
