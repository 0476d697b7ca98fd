import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Perk } from '../benefits/perk.js';
import { LocalizedText } from '../common/localized-text.js';
import { PointsAccount } from '../points/points.js';
import { TierCause } from '../tiers/enums.js';
import { TierProgress } from '../tiers/membership.js';

@ObjectType({ description: 'The tier that the customer holds, and how (V1).' })
export class MyTier {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  code!: string;

  @Field(() => Int, { description: '1 is the lowest.' })
  rank!: number;

  @Field(() => LocalizedText)
  name!: LocalizedText;

  @Field(() => String, { description: 'For the card, like "#C8962E".' })
  color!: string;

  @Field(() => Date, { nullable: true })
  since!: Date | null;

  @Field(() => TierCause, { nullable: true })
  qualifiedBy!: TierCause | null;

  @Field(() => Date, { nullable: true, description: 'When it is looked at again, or its grant ends; null: never.' })
  expiresAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Held only by grace, until then.' })
  graceUntil!: Date | null;
}

/** The customer who asks; lists and profile are added by resolvers. */
@ObjectType({ description: 'The customer who asks (V4, V5, A4): what the app shows them.' })
export class Me {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => MyTier, { nullable: true, description: 'Null: no tier yet.' })
  tier!: MyTier | null;

  @Field(() => TierProgress, { nullable: true, description: 'Null for those who hold the highest tier.' })
  progress!: TierProgress | null;

  @Field(() => PointsAccount)
  points!: PointsAccount;

  @Field(() => [Perk], { description: 'What they have now: benefits of the tier, then personal grants (V4).' })
  perks!: Perk[];
}
