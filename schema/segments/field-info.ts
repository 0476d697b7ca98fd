import { Field, ObjectType } from 'type-graphql';
import { LocalizedText } from '../common/localized-text.js';
import { SegmentFieldGroup, SegmentOperator, SegmentValueType } from './enums.js';
import { SegmentField } from './field.js';

@ObjectType({ description: 'A value that a field can have.' })
export class SegmentFieldOption {
  @Field(() => String)
  value!: string;

  @Field(() => LocalizedText)
  label!: LocalizedText;
}

/** One row of the field catalogue, as builders need it. */
@ObjectType({ description: 'One row of the field catalogue.' })
export class SegmentFieldInfo {
  @Field(() => SegmentField)
  field!: SegmentField;

  @Field(() => LocalizedText)
  label!: LocalizedText;

  @Field(() => SegmentFieldGroup)
  group!: SegmentFieldGroup;

  @Field(() => LocalizedText)
  groupLabel!: LocalizedText;

  @Field(() => SegmentValueType)
  type!: SegmentValueType;

  @Field(() => [SegmentOperator])
  operators!: SegmentOperator[];

  @Field(() => [SegmentFieldOption], { description: 'Every value there is; empty: see `segmentFieldValues`.' })
  options!: SegmentFieldOption[];

  @Field(() => Boolean, { description: 'Takes `window`.' })
  windowed!: boolean;

  @Field(() => Boolean, { description: 'Takes `products`.' })
  productScoped!: boolean;

  @Field(() => Boolean, { description: 'Takes `texts` as the kinds of events that count; none: all kinds.' })
  kindScoped!: boolean;

  @Field(() => Boolean, { description: 'Takes `ids` as the benefits that count; none: all benefits.' })
  benefitScoped!: boolean;

  @Field(() => Boolean, { description: 'Takes `relative` as how far ahead to look, whatever the operator.' })
  horizon!: boolean;

  @Field(() => Boolean, { description: 'Whether `segmentFieldValues` has suggestions.' })
  suggests!: boolean;

  @Field(() => LocalizedText, { nullable: true, description: 'What its numbers count, like "days".' })
  unit!: LocalizedText | null;

  @Field(() => LocalizedText, { description: 'What it means when a customer has no value.' })
  nullMeaning!: LocalizedText;

  @Field(() => Boolean, { description: 'Whether the caller may use it; contact data is for few (A4).' })
  allowed!: boolean;
}
