import { Field, ObjectType } from 'type-graphql';
import { LocalizedText } from '../common/localized-text.js';

/** A good beginning for a segment; `rules` come from its resolver. */
@ObjectType({ description: 'A good beginning for a segment, to be changed and saved.' })
export class SegmentTemplate {
  @Field(() => String, { description: 'The same for ever, like "second_purchase".' })
  code!: string;

  @Field(() => LocalizedText)
  name!: LocalizedText;

  @Field(() => LocalizedText)
  description!: LocalizedText;
}
