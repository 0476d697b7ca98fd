import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { BenefitKind, QuotaPeriod } from '../benefits/enums.js';
import { LocalizedText } from '../common/localized-text.js';
import { Payload } from '../common/payload.js';
import { Money } from '../common/scalars.js';
import { DowngradePolicy, QualificationMeasure, QualificationWindow } from './enums.js';
import { ProgramImpact } from './impact.js';
import { ProgramVersion } from './program.js';

@InputType()
export class ProgramSettingsInput {
  @Field(() => QualificationMeasure)
  measure!: QualificationMeasure;

  @Field(() => QualificationWindow)
  window!: QualificationWindow;

  @Field(() => Int, { description: '1–60.' })
  windowMonths!: number;

  @Field(() => DowngradePolicy)
  downgrade!: DowngradePolicy;

  @Field(() => Int, { description: '0–365.' })
  graceDays!: number;

  @Field(() => Float, { description: '0–1000.' })
  pointsPerUnit!: number;

  @Field(() => Int, { nullable: true, description: '1–120; null: never.' })
  pointsExpireMonths?: number | null;

  @Field(() => Int, { description: '0–180.' })
  pointsReminderDays!: number;

  @Field(() => Int, { description: '1–1440.' })
  reservationMinutes!: number;
}

@InputType()
export class ProgramTierInput {
  @Field(() => ID, { nullable: true, description: 'Ignored: a tier is known by its code.' })
  id?: string | null;

  @Field(() => String, { description: 'Lower-case letters, digits and _; another code is another tier.' })
  code!: string;

  @Field(() => LocalizedText, { description: '1–40 characters in each language.' })
  name!: LocalizedText;

  @Field(() => String, { description: 'Like "#C8962E".' })
  color!: string;

  @Field(() => Money)
  spendThreshold!: number;

  @Field(() => Int)
  pointsThreshold!: number;
}

@InputType()
export class ProgramBenefitInput {
  @Field(() => ID, { nullable: true, description: 'Ignored: a benefit is known by its code.' })
  id?: string | null;

  @Field(() => String, { description: 'Lower-case letters, digits and _; another code is another benefit.' })
  code!: string;

  @Field(() => BenefitKind)
  kind!: BenefitKind;

  @Field(() => LocalizedText, { description: '1–60 characters in each language.' })
  name!: LocalizedText;

  @Field(() => LocalizedText, { description: 'Up to 2,000 characters in each language.' })
  terms!: LocalizedText;

  @Field(() => LocalizedText, { description: 'Up to 1,000 characters in each language.' })
  howToUse!: LocalizedText;

  @Field(() => Date, { nullable: true })
  validFrom?: Date | null;

  @Field(() => Date, { nullable: true, description: 'After `validFrom`.' })
  validUntil?: Date | null;

  @Field(() => Int, { nullable: true, description: 'At least 1; null: without limit.' })
  quota?: number | null;

  @Field(() => QuotaPeriod, {
    description:
      'Once published, what was redeemed in the present period counts, also when it was another kind of period then.',
  })
  quotaPeriod!: QuotaPeriod;

  @Field(() => Int, { nullable: true, description: 'Null: without limit.' })
  stock?: number | null;

  @Field(() => Money)
  unitCost!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Percent off for a DISCOUNT, at least 1 for a POINTS_MULTIPLIER, an amount otherwise.',
  })
  value?: number | null;

  @Field(() => Boolean, { description: 'Never for a POINTS_MULTIPLIER, which applies by itself.' })
  redeemable!: boolean;

  @Field(() => [String], { description: 'Tiers of the same version.' })
  tierCodes!: string[];
}

@InputType()
export class ProgramDraftCreateInput {
  @Field(() => ID, { nullable: true, description: 'The version to begin with; left out: the one in force.' })
  fromVersionId?: string | null;
}

@InputType({ description: 'Parts that are left out stay as they are.' })
export class ProgramDraftUpdateInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String, { nullable: true, description: 'Up to 500 characters.' })
  note?: string | null;

  @Field(() => ProgramSettingsInput, { nullable: true })
  settings?: ProgramSettingsInput | null;

  @Field(() => [ProgramTierInput], { nullable: true, description: 'All of them, lowest first.' })
  tiers?: ProgramTierInput[] | null;

  @Field(() => [ProgramBenefitInput], { nullable: true, description: 'All of them.' })
  benefits?: ProgramBenefitInput[] | null;
}

@InputType()
export class ProgramDraftDiscardInput {
  @Field(() => ID)
  id!: string;
}

@InputType()
export class ProgramImpactInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  version!: number;
}

@InputType()
export class ProgramPublishInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version whose impact was looked at.' })
  version!: number;
}

@InputType()
export class ProgramRollbackInput {
  @Field(() => ID, { description: 'A version that was in force before.' })
  toVersionId!: string;

  @Field(() => String, { description: '1–500 characters.' })
  reason!: string;
}

@ObjectType()
export class ProgramVersionPayload extends Payload {
  @Field(() => ProgramVersion, { nullable: true })
  programVersion?: ProgramVersion;
}

@ObjectType()
export class ProgramImpactPayload extends Payload {
  @Field(() => ProgramImpact, { nullable: true })
  impact?: ProgramImpact;
}
