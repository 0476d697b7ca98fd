import { Field, Int, ObjectType } from 'type-graphql';
import { LocalDate, Money } from '../common/scalars.js';
import { LifecycleStage } from '../customers/enums.js';
import { ValueSegment } from './enums.js';

@ObjectType({ description: 'Buyers of one combination of bands.' })
export class RfmCell {
  @Field(() => Int)
  recency!: number;

  @Field(() => Int)
  frequency!: number;

  @Field(() => Int)
  monetary!: number;

  @Field(() => Int)
  customers!: number;

  @Field(() => Money, { description: 'Over all time, net of refunds.' })
  spend!: number;

  @Field(() => Money, { description: 'Their spend by their orders.' })
  averageOrderValue!: number;
}

@ObjectType({ description: 'Everybody who bought, by recency, frequency and monetary band (S1–S3).' })
export class RfmMatrix {
  @Field(() => LocalDate, { description: 'The company day that it shows.' })
  asOf!: string;

  @Field(() => [RfmCell], { description: 'Only combinations that occur, 64 at most.' })
  cells!: RfmCell[];

  @Field(() => Int, { description: 'Customers in all cells.' })
  total!: number;
}

@ObjectType()
export class LifecycleStageCount {
  @Field(() => LifecycleStage)
  stage!: LifecycleStage;

  @Field(() => Int)
  customers!: number;

  @Field(() => Money)
  spend!: number;
}

@ObjectType()
export class ValueSegmentCount {
  @Field(() => ValueSegment)
  valueSegment!: ValueSegment;

  @Field(() => Int)
  customers!: number;

  @Field(() => Money)
  spend!: number;
}

@ObjectType({ description: 'How many active customers are of each stage (S4) and value segment (S5).' })
export class LifecycleOverview {
  @Field(() => LocalDate, { description: 'The company day that it shows.' })
  asOf!: string;

  @Field(() => [LifecycleStageCount], { description: 'Every stage, in the order of the enum.' })
  stages!: LifecycleStageCount[];

  @Field(() => [ValueSegmentCount], { description: 'Every value segment, in the order of the enum.' })
  valueSegments!: ValueSegmentCount[];
}

@ObjectType()
export class LevelMoveCount {
  @Field(() => String, { nullable: true, description: 'A code of the enum, or a band; null: no band.' })
  from!: string | null;

  @Field(() => String, { nullable: true, description: 'A code of the enum, or a band; null: no band.' })
  to!: string | null;

  @Field(() => Int, { description: 'Changes; who goes to and fro counts each time.' })
  customers!: number;
}

@ObjectType()
export class LevelCodeCount {
  @Field(() => String, { nullable: true, description: 'A code of the enum, or a band; null: no band.' })
  code!: string | null;

  @Field(() => Int)
  customers!: number;
}

@ObjectType({ description: 'One period of the flow between levels.' })
export class LifecycleFlowPoint {
  @Field(() => LocalDate, { description: 'Its first day; the first period may begin before what was asked for.' })
  period!: string;

  @Field(() => [LevelMoveCount], { description: 'The largest first.' })
  moves!: LevelMoveCount[];

  @Field(() => [LevelCodeCount], { description: "At the period's end, or now." })
  counts!: LevelCodeCount[];
}
