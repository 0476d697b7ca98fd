import { Field, InputType } from 'type-graphql';
import { EventKind } from './enums.js';

@InputType({ description: 'One thing that a customer did.' })
export class EventInput {
  @Field(() => String, {
    description: 'Its id in the source; at most 100 characters. The same id at the same instant is the same event.',
  })
  id!: string;

  @Field(() => EventKind)
  kind!: EventKind;

  @Field(() => String, {
    description: "The customer's id in the source; an unknown one makes a bare customer. At most 200 characters.",
  })
  customerExternalId!: string;

  // A text: an instant that cannot be read is an error of its row, not of the whole request.
  @Field(() => String, {
    description:
      'ISO 8601 instant with offset: at most a day ahead, and not from before the months that events are kept.',
  })
  at!: string;

  @Field(() => String, { nullable: true, description: 'The article, as in orders; at most 100 characters.' })
  sku?: string | null;

  @Field(() => String, { nullable: true, description: 'The category, as in orders; at most 100 characters.' })
  category?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What else there is to say, like the words of a search; at most 200 characters.',
  })
  detail?: string | null;
}

@InputType({ description: 'A batch of events from one source.' })
export class EventsIngestInput {
  @Field(() => String, { description: 'The system that saw them, like `app`; at most 50 characters.' })
  source!: string;

  @Field(() => [EventInput], { description: 'At most 1,000.' })
  events!: EventInput[];
}
