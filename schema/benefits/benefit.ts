import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalizedText } from '../common/localized-text.js';
import { BenefitKind, QuotaPeriod } from './enums.js';

/** A benefit as published (V3); `tiers`, `unitCost` and `stockUsed` come from its resolver. */
@ObjectType({ description: 'A benefit of the programme, as published (V3).' })
export class Benefit {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Stable across versions of the programme.' })
  code!: string;

  @Field(() => BenefitKind)
  kind!: BenefitKind;

  @Field(() => LocalizedText)
  name!: LocalizedText;

  @Field(() => LocalizedText)
  terms!: LocalizedText;

  @Field(() => LocalizedText, { description: 'What the customer does to use it.' })
  howToUse!: LocalizedText;

  @Field(() => Date, { nullable: true })
  validFrom!: Date | null;

  @Field(() => Date, { nullable: true, description: 'No longer valid from this instant on.' })
  validUntil!: Date | null;

  @Field(() => Int, { nullable: true, description: 'How often per customer and period; null: without limit.' })
  quota!: number | null;

  @Field(() => QuotaPeriod)
  quotaPeriod!: QuotaPeriod;

  @Field(() => Int, { nullable: true, description: 'How many in all; null: without limit.' })
  stock!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'By kind: percent off, amount in currency units, or how many times the points.',
  })
  value!: number | null;

  @Field(() => Boolean, { description: 'Whether it is redeemed; others apply by themselves.' })
  redeemable!: boolean;

  @Field(() => Boolean, { description: 'No longer in the programme; grants of it may still run.' })
  retired!: boolean;
}

@InputType({ description: 'All conditions together.' })
export class BenefitFilter {
  @Field(() => String, { nullable: true, description: 'Part of the code or of the name in either language.' })
  q?: string | null;

  @Field(() => BenefitKind, { nullable: true })
  kind?: BenefitKind | null;

  @Field(() => Boolean, { nullable: true, description: 'Left out: both those in force and retired ones.' })
  retired?: boolean | null;
}
