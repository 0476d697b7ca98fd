import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'Recency, frequency and monetary band (S1–S3): 1 is the best, 4 the last; null: never bought.',
})
export class Rfm {
  @Field(() => Int, { nullable: true, description: 'By days since the last purchase (S1).' })
  recency!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'By purchases per days since the first one, 30 days at least (S2).',
  })
  frequency!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'By the cut-offs of spend in force (S3); null also while there are none yet.',
  })
  monetary!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Three digits of 5 − band: "444" is the best; null with any band.',
  })
  score!: string | null;

  @Field(() => Int, { nullable: true, description: 'Company days since the last purchase.' })
  daysSinceOrder!: number | null;

  @Field(() => Float, { nullable: true, description: 'Purchases per 30 days since the first one, 30 days at least.' })
  ordersPerMonth!: number | null;
}
