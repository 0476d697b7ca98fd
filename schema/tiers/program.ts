import type { Opt } from '@mikro-orm/core';
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { BenefitKind, QuotaPeriod } from '../benefits/enums.js';
import { connectionOf } from '../common/connection.js';
import { LocalizedText } from '../common/localized-text.js';
import { Money } from '../common/scalars.js';
import { DowngradePolicy, ProgramStatus, QualificationMeasure, QualificationWindow } from './enums.js';

@ObjectType({ description: 'The rules of a programme version (V1, V2).' })
export class ProgramSettings {
  @Field(() => QualificationMeasure)
  measure!: QualificationMeasure;

  @Field(() => QualificationWindow)
  window!: QualificationWindow;

  @Field(() => Int, { description: 'Length of a rolling window.' })
  windowMonths!: number;

  @Field(() => DowngradePolicy)
  downgrade!: DowngradePolicy;

  @Field(() => Int, { description: "Company days that a tier is held after its period's end, though not earned." })
  graceDays!: number;

  @Field(() => Float, { description: "Points per unit of the company's currency." })
  pointsPerUnit!: number;

  @Field(() => Int, { nullable: true, description: 'Null: points never expire.' })
  pointsExpireMonths!: number | null;

  @Field(() => Int, { description: 'How long before they expire customers are reminded.' })
  pointsReminderDays!: number;

  @Field(() => Int, { description: 'How long a reserved benefit waits to be committed.' })
  reservationMinutes!: number;
}

@ObjectType({ description: 'A tier as a programme version describes it; its place in the list is its rank.' })
export class ProgramTier {
  @Field(() => ID, { description: 'Belongs to the code: the same in every version.' })
  id!: string;

  @Field(() => String)
  code!: string;

  @Field(() => LocalizedText)
  name!: LocalizedText;

  @Field(() => String)
  color!: string;

  @Field(() => Money)
  spendThreshold!: number;

  @Field(() => Int)
  pointsThreshold!: number;
}

@ObjectType({ description: 'A benefit as a programme version describes it (V3).' })
export class ProgramBenefit {
  @Field(() => ID, { description: 'Belongs to the code: the same in every version.' })
  id!: string;

  @Field(() => String)
  code!: string;

  @Field(() => BenefitKind)
  kind!: BenefitKind;

  @Field(() => LocalizedText)
  name!: LocalizedText;

  @Field(() => LocalizedText)
  terms!: LocalizedText;

  @Field(() => LocalizedText)
  howToUse!: LocalizedText;

  @Field(() => Date, { nullable: true })
  validFrom!: string | null;

  @Field(() => Date, { nullable: true })
  validUntil!: string | null;

  @Field(() => Int, { nullable: true })
  quota!: number | null;

  @Field(() => QuotaPeriod)
  quotaPeriod!: QuotaPeriod;

  @Field(() => Int, { nullable: true })
  stock!: number | null;

  @Field(() => Money, { description: 'What one redemption costs the company.' })
  unitCost!: number;

  @Field(() => Float, { nullable: true })
  value!: number | null;

  @Field(() => Boolean)
  redeemable!: boolean;

  @Field(() => [String])
  tierCodes!: string[];
}

/**
 * One version of the programme: a draft, the one in force, or history (V6). `settings`, `tiers`, `benefits`, `impact`
 * and the people come from its resolver.
 */
@Entity({ tableName: 'program_version' })
@ObjectType({ description: 'One version of the programme: a draft, the one in force, or history (V6).' })
export class ProgramVersion {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id!: string;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'Given when published; null for drafts.' })
  number: number | null = null;

  @Enum({ items: () => ProgramStatus, type: 'text' })
  @Field(() => ProgramStatus, {
    description: 'PUBLISHING: its rules are in force already, and customers are being moved to what they give.',
  })
  status!: ProgramStatus;

  /** The whole document; see server/tiers/content.ts. */
  @Property({ type: 'json' })
  content!: object;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  note: string | null = null;

  @Property({ type: 'uuid', nullable: true })
  basedOnId: string | null = null;

  @Property({ type: 'uuid', nullable: true })
  rollbackOfId: string | null = null;

  @Property({ type: 'json', nullable: true })
  impact: object | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'When the impact was computed; an edit clears it.' })
  impactAt: Date | null = null;

  @Property({ type: 'integer' })
  @Field(() => Int, { description: 'How many customers conform already.' })
  progressDone: Opt<number> = 0;

  @Property({ type: 'integer', nullable: true })
  @Field(() => Int, { nullable: true, description: 'How many there were at the start; null before.' })
  progressTotal: number | null = null;

  /** Customers up to this id conform already. */
  @Property({ type: 'uuid', nullable: true })
  sweptTo: string | null = null;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What interrupted the publishing; it goes on by itself.' })
  error: string | null = null;

  @Property({ type: 'uuid', nullable: true })
  createdBy: string | null = null;

  @Property({ type: 'timestamptz' })
  @Field(() => Date)
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  @Field(() => Date)
  updatedAt!: Date;

  @Property({ type: 'uuid', nullable: true })
  publishedBy: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true })
  publishedAt: Date | null = null;

  @Property({ type: 'integer', version: true })
  @Field(() => Int, { description: 'Send it back when saving; a save on an older one is refused.' })
  version!: Opt<number>;
}

export const ProgramVersionConnection = connectionOf('ProgramVersion', () => ProgramVersion);
