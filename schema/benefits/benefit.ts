import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { LocalizedText } from '../common/localized-text.js';
import { Money } from '../common/scalars.js';
import { BenefitKind, QuotaPeriod } from './enums.js';

/** A benefit as published (V3); its tiers and the stock used are added by resolvers. */
@ObjectType({ description: 'Something that members get (V3), as the published programme describes it.' })
export class Benefit {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Stays the same over all versions of the programme.' })
  code!: string;

  @Field(() => BenefitKind)
  kind!: BenefitKind;

  @Field(() => LocalizedText)
  name!: LocalizedText;

  @Field(() => LocalizedText)
  terms!: LocalizedText;

  @Field(() => LocalizedText)
  howToUse!: LocalizedText;

  @Field(() => Date, { nullable: true, description: 'Not to be redeemed before.' })
  validFrom!: Date | null;

  @Field(() => Date, { nullable: true, description: 'Not to be redeemed from then on.' })
  validUntil!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Times per member and quota period; null: unlimited.' })
  quota!: number | null;

  @Field(() => QuotaPeriod)
  quotaPeriod!: QuotaPeriod;

  @Field(() => Int, { nullable: true, description: 'In all, over all members; null: unlimited.' })
  stock!: number | null;

  @Field(() => Money, { description: 'What one redemption costs the company.' })
  unitCost!: number;

  @Field(() => Float, { nullable: true, description: 'Percent, amount or multiplier, by kind.' })
  value!: number | null;

  @Field(() => Boolean, { description: 'False: it takes effect by itself and is never redeemed.' })
  redeemable!: boolean;

  @Field(() => Boolean, { description: 'No longer in the programme; grants of it may still run.' })
  retired!: boolean;
}
