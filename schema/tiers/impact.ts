import { Field, Int, ObjectType } from 'type-graphql';
import { LocalizedText } from '../common/localized-text.js';
import { Money } from '../common/scalars.js';

@ObjectType({ description: 'A tier by name, as it is or will be.' })
export class TierRef {
  @Field(() => String)
  code!: string;

  @Field(() => LocalizedText)
  name!: LocalizedText;

  @Field(() => String)
  color!: string;
}

/** How many customers go from one tier to another; `sample` comes from its resolver. */
@ObjectType({ description: 'How many customers go from one tier to another, or stay.' })
export class TierPairImpact {
  @Field(() => TierRef, { nullable: true, description: 'Null: no tier.' })
  from!: TierRef | null;

  @Field(() => TierRef, { nullable: true, description: 'Null: no tier.' })
  to!: TierRef | null;

  @Field(() => Int)
  count!: number;

  /** Ids of some of them. */
  sampleIds!: string[];
}

@ObjectType({ description: 'What publishing a version does to all active customers (V6).' })
export class ProgramImpact {
  @Field(() => Int, { description: 'Active customers.' })
  total!: number;

  @Field(() => Int)
  up!: number;

  @Field(() => Int)
  down!: number;

  @Field(() => Int)
  stay!: number;

  @Field(() => Money, {
    description:
      'What tier benefits are expected to cost in the next 12 months under the rules in force: unit cost × redemptions per member and tier as in the last 12 months (where there were none yet, 30 % of the quota), within stock and validity.',
  })
  yearlyCostBefore!: number;

  @Field(() => Money, { description: 'The same under the new rules, with their members, quotas and costs.' })
  yearlyCostAfter!: number;

  @Field(() => [TierPairImpact], { description: 'Moves first, the largest first.' })
  pairs!: TierPairImpact[];

  @Field(() => Date)
  computedAt!: Date;
}
