import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { CutoffSchedule } from './enums.js';

@ObjectType({ description: 'A frequency: so many purchases in so many days.' })
@InputType('FrequencyRuleInput', {
  description: 'A frequency: so many purchases in so many days; 1–1,000 and 1–3,650.',
})
export class FrequencyRule {
  @Field(() => Int)
  times!: number;

  @Field(() => Int)
  days!: number;
}

@ObjectType({ description: 'What interacting often means (S4): so many days with a login within so many days.' })
@InputType('OftenRuleInput', { description: 'So many days with a login (1–31) within so many days (1–365).' })
export class OftenRule {
  @Field(() => Int)
  logins!: number;

  @Field(() => Int)
  days!: number;
}

@ObjectType({ description: 'The worst bands that still belong to a value segment (S5).' })
@InputType('BandRuleInput', { description: 'The worst bands, 1–4, that still belong to a value segment (S5).' })
export class BandRule {
  @Field(() => Int)
  recency!: number;

  @Field(() => Int)
  frequency!: number;

  @Field(() => Int)
  monetary!: number;
}

/** All thresholds of S1 to S5 (⚙): what a version of the levels says. */
@ObjectType({ description: 'The thresholds of levels (S1–S5).' })
@InputType('LevelRulesInput', { description: 'The thresholds of levels (S1–S5), all of them.' })
export class LevelRules {
  @Field(() => [Int], {
    description: 'The last days since a purchase of the recency bands 1 to 3, rising, 1–3,650 (S1).',
  })
  recencyDays!: number[];

  @Field(() => [FrequencyRule], {
    description: 'The least frequencies of bands 1 to 3, falling (S2).',
  })
  frequency!: FrequencyRule[];

  @Field(() => [Float], {
    description:
      'The shares of buyers, in percent from the highest spend on, up to the end of bands 1 to 3; rising (S3).',
  })
  monetaryShares!: number[];

  @Field(() => Int, { description: 'The last day since the first purchase on which a customer is new (S4).' })
  newDays!: number;

  @Field(() => Int, { description: 'The last day since a purchase on which a customer is active (S4).' })
  activeDays!: number;

  @Field(() => Int, {
    description: 'The last day since a purchase or an interaction on which a customer is dormant, not churned (S4).',
  })
  dormantDays!: number;

  @Field(() => OftenRule)
  often!: OftenRule;

  @Field(() => BandRule)
  highValue!: BandRule;

  @Field(() => BandRule, { description: 'Nowhere narrower than `highValue`.' })
  midValue!: BandRule;

  @Field(() => CutoffSchedule)
  cutoffEvery!: CutoffSchedule;
}
