import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../common/connection.js';
import { LocalDate, Money } from '../common/scalars.js';
import { LevelCause, LevelKind } from './enums.js';

/** One change of a level, with the facts that explain it; `customer` comes from its resolver. */
@ObjectType({
  description: 'One change of a stage, value segment or band, with the facts at that moment, which explain it.',
})
export class LevelChange {
  @Field(() => ID)
  id!: string;

  customerId!: string;

  @Field(() => LevelKind)
  kind!: LevelKind;

  @Field(() => String, { nullable: true, description: 'A code of the enum, or a band; null: no band.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the enum, or a band; null: no band.' })
  to!: string | null;

  @Field(() => LevelCause)
  cause!: LevelCause;

  @Field(() => LocalDate, { description: 'The company day on which it was found.' })
  on!: string;

  @Field(() => Date)
  at!: Date;

  @Field(() => Int, { nullable: true, description: 'Company days since the last purchase; null: never bought.' })
  daysSinceOrder!: number | null;

  @Field(() => Int, { nullable: true, description: 'Company days since the last interaction; null: none known.' })
  daysSinceEvent!: number | null;

  @Field(() => Int, { description: 'Orders that were not cancelled or refunded in full.' })
  orderCount!: number;

  @Field(() => Money, { description: 'Over all time, net of refunds.' })
  spend!: number;
}

export const LevelChangeConnection = connectionOf('LevelChange', () => LevelChange);
