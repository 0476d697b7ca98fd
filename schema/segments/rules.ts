import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDate, Money } from '../common/scalars.js';
import { SegmentJoin, SegmentOperator, TimeUnit } from './enums.js';
import { SegmentField } from './field.js';

const LIMIT = '1,000 at most.';

/** A length of time by the calendar: months are months, not thirty days. */
@ObjectType({ description: 'A length of time by the calendar.' })
@InputType('RelativeDaysInput', { description: 'A length of time by the calendar.' })
export class RelativeDays {
  @Field(() => Int, { description: '0 to 36,500 days, or as many weeks, months or years.' })
  amount!: number;

  @Field(() => TimeUnit)
  unit!: TimeUnit;
}

@ObjectType({ description: 'Which days count; both null: all time.' })
@InputType('TimeWindowInput', { description: 'Which days count: `last`, or `since` and `until`, or all time.' })
export class TimeWindow {
  @Field(() => RelativeDays, { nullable: true, description: 'From so long ago until today, both days included.' })
  last?: RelativeDays | null;

  @Field(() => LocalDate, { nullable: true, description: 'From this day on.' })
  since?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Until the end of this day.' })
  until?: string | null;
}

@ObjectType({ description: 'Which products count: those of any of the SKUs or categories.' })
@InputType('ProductScopeInput', { description: 'Which products count: those of any of the SKUs or categories.' })
export class ProductScope {
  @Field(() => [String], { nullable: true, description: LIMIT })
  skus?: string[] | null;

  @Field(() => [String], { nullable: true, description: LIMIT })
  categories?: string[] | null;
}

/** One comparison of one field; which of the values it takes depends on field and operator. */
@ObjectType({ description: 'One comparison of one field.' })
@InputType('SegmentConditionInput', {
  description: 'One comparison of one field; a value that field and operator do not take is refused.',
})
export class SegmentCondition {
  @Field(() => SegmentField)
  field!: SegmentField;

  @Field(() => SegmentOperator)
  operator!: SegmentOperator;

  @Field(() => [String], {
    nullable: true,
    description: `${LIMIT} For EVENT_COUNT, EVENT_DAYS and LAST_EVENT_ON: the kinds that count. For SAMPLE: its seed.`,
  })
  texts?: string[] | null;

  @Field(() => [Float], { nullable: true, description: LIMIT })
  numbers?: number[] | null;

  @Field(() => [Money], { nullable: true, description: LIMIT })
  amounts?: number[] | null;

  @Field(() => [LocalDate], { nullable: true, description: LIMIT })
  days?: string[] | null;

  @Field(() => [ID], { nullable: true, description: `${LIMIT} For REDEMPTION_COUNT: the benefits that count.` })
  ids?: string[] | null;

  @Field(() => RelativeDays, {
    nullable: true,
    description: 'For IN_LAST, NOT_IN_LAST, BEFORE_LAST and IN_NEXT. For POINTS_EXPIRING: how far ahead; 30 days.',
  })
  relative?: RelativeDays | null;

  @Field(() => TimeWindow, { nullable: true })
  window?: TimeWindow | null;

  @Field(() => ProductScope, { nullable: true })
  products?: ProductScope | null;
}

@ObjectType({ description: 'A group of rules (`join` and `rules`) or one condition.' })
@InputType('SegmentRuleInput', {
  description:
    'A group of rules (`join` and `rules`) or one `condition`. At most 8 groups inside each other, 200 conditions, and in each of them 50,000 characters.',
})
export class SegmentRule {
  @Field(() => SegmentJoin, { nullable: true })
  join?: SegmentJoin | null;

  @Field(() => [SegmentRule], { nullable: true })
  rules?: SegmentRule[] | null;

  @Field(() => SegmentCondition, { nullable: true })
  condition?: SegmentCondition | null;
}
