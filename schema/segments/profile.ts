import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Money } from '../common/scalars.js';
import { LifecycleStage } from '../customers/enums.js';
import { ValueSegment } from '../levels/enums.js';
import { Tier } from '../tiers/tier.js';
import { Segment } from './segment.js';

@ObjectType({ description: 'What a group of customers buys, over all time.' })
export class SegmentFigures {
  @Field(() => Int)
  customers!: number;

  @Field(() => Money)
  spend!: number;

  @Field(() => Int)
  orders!: number;

  @Field(() => Money, { nullable: true, description: 'Spend by orders; null without orders.' })
  averageOrderValue!: number | null;
}

@ObjectType()
export class SegmentTierShare {
  @Field(() => Tier, { nullable: true, description: 'Null: no tier.' })
  tier!: Tier | null;

  @Field(() => Int)
  members!: number;

  @Field(() => Int, { description: 'All customers of it, members or not.' })
  everybody!: number;
}

@ObjectType()
export class SegmentStageShare {
  @Field(() => LifecycleStage)
  stage!: LifecycleStage;

  @Field(() => Int)
  members!: number;

  @Field(() => Int, { description: 'All customers in it, members or not.' })
  everybody!: number;
}

@ObjectType()
export class SegmentValueShare {
  @Field(() => ValueSegment)
  valueSegment!: ValueSegment;

  @Field(() => Int)
  members!: number;

  @Field(() => Int, { description: 'All customers in it, members or not.' })
  everybody!: number;
}

@ObjectType()
export class SegmentCityShare {
  @Field(() => String, { nullable: true, description: 'Null: not known.' })
  city!: string | null;

  @Field(() => Int)
  members!: number;

  @Field(() => Int, { description: 'All customers there, members or not.' })
  everybody!: number;
}

@ObjectType({ description: 'Who the members of a segment are, beside everybody.' })
export class SegmentProfile {
  @Field(() => Int)
  members!: number;

  @Field(() => Money, { description: 'Of the members, over all time.' })
  spend!: number;

  @Field(() => Int, { description: 'Of the members, over all time.' })
  orders!: number;

  @Field(() => Money, { nullable: true, description: 'Spend by orders; null without orders.' })
  averageOrderValue!: number | null;

  @Field(() => SegmentFigures, { description: 'The same of all customers, members or not.' })
  everybody!: SegmentFigures;

  @Field(() => [SegmentTierShare], { description: 'Highest tier first, those without one last.' })
  byTier!: SegmentTierShare[];

  @Field(() => [SegmentStageShare])
  byStage!: SegmentStageShare[];

  @Field(() => [SegmentValueShare])
  byValueSegment!: SegmentValueShare[];

  @Field(() => [SegmentCityShare], { description: 'The ten with the most members.' })
  byCity!: SegmentCityShare[];
}

@InputType()
export class SegmentOverlapInput {
  @Field(() => [ID], { description: 'Two to five segments.' })
  ids!: string[];
}

@ObjectType()
export class SegmentOverlapSize {
  @Field(() => Segment)
  segment!: Segment;

  @Field(() => Int)
  members!: number;
}

@ObjectType()
export class SegmentOverlapPair {
  @Field(() => Segment)
  a!: Segment;

  @Field(() => Segment)
  b!: Segment;

  @Field(() => Int, { description: 'Members of both.' })
  both!: number;
}

@ObjectType({ description: 'How far segments consist of the same customers.' })
export class SegmentOverlap {
  @Field(() => [SegmentOverlapSize], { description: 'In the order asked for.' })
  sizes!: SegmentOverlapSize[];

  @Field(() => [SegmentOverlapPair], { description: 'Every two of them.' })
  pairs!: SegmentOverlapPair[];

  @Field(() => Int, { description: 'Members of all of them.' })
  all!: number;
}
