import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../common/connection.js';
import { Channel, Locale } from '../common/enums.js';
import { LocalDate, LocalTime, Money } from '../common/scalars.js';
import { ValueSegment } from '../levels/enums.js';
import { ContactField, CustomerOrderBy, CustomerStatus, Gender, LifecycleStage } from './enums.js';

const REASON = 'Why; stays in the audit log for good, so it should name nobody.';

@InputType({ description: 'All conditions together; lists within one mean any of them.' })
export class CustomerFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Part of a name (its beginning, when shorter than three characters), an external id, or, for roles that may reveal contact data, a whole phone number or e-mail address.',
  })
  q?: string | null;

  @Field(() => [ID], { nullable: true })
  tierIds?: string[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Customers without a tier; with `tierIds`: these too.' })
  noTier?: boolean | null;

  @Field(() => [LifecycleStage], { nullable: true })
  stages?: LifecycleStage[] | null;

  @Field(() => [ValueSegment], { nullable: true })
  valueSegments?: ValueSegment[] | null;

  @Field(() => [String], { nullable: true, description: 'Has any of these.' })
  tags?: string[] | null;

  @Field(() => CustomerStatus, { nullable: true, description: 'Left out: ACTIVE.' })
  status?: CustomerStatus | null;

  @Field(() => String, { nullable: true, description: 'Has an identity in this source.' })
  source?: string | null;

  @Field(() => Money, { nullable: true, description: 'At least.' })
  spendMin?: number | null;

  @Field(() => Money, { nullable: true, description: 'At most.' })
  spendMax?: number | null;

  @Field(() => Date, { nullable: true, description: 'At this instant or later.' })
  registeredSince?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this instant.' })
  registeredUntil?: Date | null;

  @Field(() => Date, { nullable: true, description: 'At this instant or later.' })
  lastOrderSince?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Before this instant.' })
  lastOrderUntil?: Date | null;

  @Field(() => Int, { nullable: true, description: '1 to 12.' })
  birthdayMonth?: number | null;
}

@ArgsType()
export class CustomerListArgs extends PageArgs {
  @Field(() => CustomerFilter, { nullable: true })
  filter?: CustomerFilter;

  @Field(() => CustomerOrderBy, { defaultValue: CustomerOrderBy.SPEND_DESC })
  orderBy!: CustomerOrderBy;
}

@InputType({ description: 'When not to disturb (A3), in company time; may run over midnight.' })
export class QuietHoursInput {
  @Field(() => LocalTime)
  from!: string;

  @Field(() => LocalTime)
  until!: string;
}

/** What a person is, as an input; a field left out stays as it is, null clears it. */
@InputType()
export abstract class PersonInput {
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => Gender, { nullable: true })
  gender?: Gender | null;

  @Field(() => String, { nullable: true, description: 'Mainland mobile numbers with or without +86; others as E.164.' })
  phone?: string | null;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => String, { nullable: true })
  city?: string | null;

  @Field(() => Locale, { nullable: true })
  locale?: Locale | null;

  @Field(() => Channel, { nullable: true })
  preferredChannel?: Channel | null;

  @Field(() => [String], { nullable: true, description: 'Replaces all.' })
  interests?: string[] | null;
}

/** What can be changed of a profile. */
@InputType()
export abstract class ProfileInput extends PersonInput {
  @Field(() => LocalDate, { nullable: true })
  birthday?: string | null;

  @Field(() => QuietHoursInput, { nullable: true })
  quietHours?: QuietHoursInput | null;
}

@InputType({ description: 'A field left out stays as it is; null clears it.' })
export class CustomerUpdateInput extends ProfileInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The version that was read; an older one is refused with VERSION_CONFLICT.' })
  version!: number;
}

@InputType()
export class CustomerTagInput {
  @Field(() => ID)
  id!: string;

  @Field(() => [String], { nullable: true })
  add?: string[] | null;

  @Field(() => [String], { nullable: true })
  remove?: string[] | null;
}

@InputType()
export class CustomerNoteAddInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  body!: string;
}

@InputType()
export class CustomerRevealInput {
  @Field(() => ID)
  id!: string;

  @Field(() => [ContactField])
  fields!: ContactField[];

  @Field(() => String, { description: REASON })
  reason!: string;
}

@InputType()
export class CustomerMergeInput {
  @Field(() => ID, { description: 'The profile that stays.' })
  survivorId!: string;

  @Field(() => ID, { description: 'The profile that goes into it.' })
  mergedId!: string;

  @Field(() => String, { description: REASON })
  reason!: string;
}

@InputType()
export class CustomerMergeRevertInput {
  @Field(() => ID)
  mergeId!: string;

  @Field(() => String, { description: REASON })
  reason!: string;
}

@InputType()
export class CustomerEraseInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: REASON })
  reason!: string;
}
