import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../common/connection.js';
import { LocalDate } from '../common/scalars.js';
import { EventKind } from './enums.js';

/** One thing that a customer did; kept for as many months as the company says (A4), then dropped. */
@ObjectType({ description: 'One thing that a customer did, short of buying (A2).' })
export class CustomerEvent {
  @Field(() => ID, { description: "Made from the source's own id." })
  id!: string;

  @Field(() => EventKind)
  kind!: EventKind;

  @Field(() => Date)
  at!: Date;

  @Field(() => String)
  source!: string;

  @Field(() => String, { nullable: true })
  sku!: string | null;

  @Field(() => String, { nullable: true })
  category!: string | null;

  @Field(() => String, { nullable: true })
  detail!: string | null;
}

@ObjectType({ description: "A page of a customer's events." })
export class CustomerEventConnection extends connectionOf('CustomerEvent', () => CustomerEvent) {}

@ObjectType({ description: 'How often a customer did one kind of thing.' })
export class EventKindCount {
  @Field(() => EventKind)
  kind!: EventKind;

  @Field(() => Int, { description: "Today and on the 29 days before, in the company's time zone." })
  last30Days!: number;

  @Field(() => Int, { description: 'In all the months that events are kept.' })
  total!: number;
}

/** What a customer's events come to. */
@ObjectType({ description: "What a customer's events come to (A2, S4)." })
export class CustomerActivity {
  @Field(() => Date, { nullable: true, description: 'Null: no event is known.' })
  lastEventAt!: Date | null;

  @Field(() => Date, { nullable: true })
  lastLoginAt!: Date | null;

  @Field(() => Int, { description: 'Of all kinds, today and on the 29 days before.' })
  eventsLast30Days!: number;

  @Field(() => [EventKindCount], { description: 'Kinds that were ever seen, in the order of EventKind.' })
  byKind!: EventKindCount[];
}

@ObjectType({ description: 'All events of one kind on one day, as a timeline shows them.' })
export class TimelineEvents {
  @Field(() => LocalDate)
  day!: string;

  @Field(() => EventKind)
  kind!: EventKind;

  @Field(() => Int)
  count!: number;
}
