import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { Customer } from '../../schema/customers/customer.js';
import {
  SegmentCount,
  SegmentCountInput,
  SegmentSampleInput,
  SegmentWhy,
  SegmentWhyInput,
} from '../../schema/segments/count.js';
import { SegmentSuggestion } from '../../schema/segments/enums.js';
import { SegmentField } from '../../schema/segments/field.js';
import { SegmentFieldInfo } from '../../schema/segments/field-info.js';
import type { App } from '../app.js';
import type { Context } from '../graphql/context.js';

/** Rules of segments: what can be asked, how many that finds, whom, and why (S7). */
@Resolver()
export class SegmentRuleResolver {
  constructor(private readonly app: App) {}

  @Query(() => [SegmentFieldInfo], {
    description: 'The field catalogue: all that rules can ask about a customer (S7).',
  })
  segmentFields(@Ctx() context: Context) {
    return this.app.segments.fields(context);
  }

  @Query(() => [String], {
    description: 'Values in use that contain `q`, to choose from; empty for a field that has no suggestions.',
  })
  segmentFieldValues(
    @Ctx() context: Context,
    @Arg('field', () => SegmentField) field: SegmentField,
    @Arg('q', () => String, { nullable: true }) q: string | null | undefined,
    @Arg('of', () => SegmentSuggestion, { defaultValue: SegmentSuggestion.VALUE }) of: SegmentSuggestion,
    @Arg('first', () => Int, { defaultValue: 20, description: '100 at most.' }) first: number,
  ) {
    return this.app.segments.fieldValues(context, field, of, q ?? '', first);
  }

  @Query(() => SegmentCount, {
    description:
      'How many customers the rules find. BAD_USER_INPUT carries `extensions.userErrors`, each at its rule; TOO_SLOW: ask again later or ask for less.',
  })
  segmentCount(@Ctx() context: Context, @Arg('input', () => SegmentCountInput) input: SegmentCountInput) {
    return this.app.segments.count(context, input);
  }

  @Query(() => [Customer], { description: 'Some of the customers whom the rules find, in no particular order.' })
  segmentSample(@Ctx() context: Context, @Arg('input', () => SegmentSampleInput) input: SegmentSampleInput) {
    return this.app.segments.sample(context, input);
  }

  @Query(() => SegmentWhy, { description: 'Why one customer is in or out, rule by rule.' })
  segmentWhy(@Ctx() context: Context, @Arg('input', () => SegmentWhyInput) input: SegmentWhyInput) {
    return this.app.segments.why(context, input);
  }
}
