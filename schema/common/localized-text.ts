import { Field, InputType, ObjectType } from 'type-graphql';

/** A text in the two languages of the panel and the app. */
@ObjectType({ description: 'A text in both languages.' })
@InputType('LocalizedTextInput', { description: 'A text in both languages.' })
export class LocalizedText {
  @Field(() => String, { description: 'Chinese.' })
  zh!: string;

  @Field(() => String, { description: 'English.' })
  en!: string;
}
