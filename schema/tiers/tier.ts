import { Field, ID, Int, ObjectType } from 'type-graphql';
import { LocalizedText } from '../common/localized-text.js';
import { Money } from '../common/scalars.js';

/** A tier as published (V1); `benefits` and `memberCount` come from its resolver. */
@ObjectType({ description: 'A tier of the programme, as published (V1).' })
export class Tier {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Stable across versions of the programme.' })
  code!: string;

  @Field(() => Int, { description: '1 is the lowest; of a retired tier the one it had.' })
  rank!: number;

  @Field(() => LocalizedText)
  name!: LocalizedText;

  @Field(() => String, { description: 'For cards and charts, like "#C8962E".' })
  color!: string;

  @Field(() => Money, { description: 'Spend in a qualification window that reaches it, where spend is measured.' })
  spendThreshold!: number;

  @Field(() => Int, { description: 'Points in a qualification window that reach it, where points are measured.' })
  pointsThreshold!: number;

  @Field(() => Boolean, { description: 'No longer in the programme; only history names it.' })
  retired!: boolean;
}
