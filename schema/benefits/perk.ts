import { Field, ID, Int, ObjectType } from 'type-graphql';
import { LocalizedText } from '../common/localized-text.js';
import { Benefit } from './benefit.js';
import { PerkSource } from './enums.js';
import { BenefitGrant } from './grant.js';

/** Something that a customer can use now: a benefit of the tier, or a personal grant (V4). */
@ObjectType({
  description:
    'Something that a customer has now (V4): a benefit of the tier held, or a personal grant that is not used up. ' +
    "A tier's birthday gift comes as a grant, in the birthday month.",
})
export class Perk {
  @Field(() => ID, { description: 'The id of the grant, or of the benefit of the tier.' })
  id!: string;

  @Field(() => Benefit)
  benefit!: Benefit;

  @Field(() => PerkSource)
  source!: PerkSource;

  @Field(() => BenefitGrant, { nullable: true, description: 'For perks of source GRANT.' })
  grant!: BenefitGrant | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How often it can be redeemed now, by quota and stock; null: without limit, or never redeemed.',
  })
  remaining!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of the present quota period, or of the grant; null: without limit.',
  })
  quota!: number | null;

  @Field(() => Int, { description: 'Redeemed or reserved of that quota.' })
  used!: number;

  @Field(() => Date, { nullable: true, description: 'Not to be redeemed from then on; null: no end is set.' })
  validUntil!: Date | null;

  @Field(() => LocalizedText)
  howToUse!: LocalizedText;
}
