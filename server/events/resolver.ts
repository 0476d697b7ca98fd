import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../schema/common/connection.js';
import { IngestPayload } from '../../schema/common/ingest.js';
import { Customer } from '../../schema/customers/customer.js';
import { EventKind } from '../../schema/events/enums.js';
import { CustomerActivity, CustomerEventConnection } from '../../schema/events/event.js';
import { EventsIngestInput } from '../../schema/events/inputs.js';
import type { App } from '../app.js';
import type { CustomerRow } from '../customers/rows.js';
import type { Context } from '../graphql/context.js';

/** What customers do, and what it adds to them (A2). */
@Resolver(() => Customer)
export class EventResolver {
  constructor(private readonly app: App) {}

  @Mutation(() => IngestPayload, {
    description: 'Takes events from another system, 1,000 at most, in any order and as often as they come (A2).',
  })
  eventsIngest(@Ctx() context: Context, @Arg('input', () => EventsIngestInput) input: EventsIngestInput) {
    return this.app.events.ingest(context, input);
  }

  @FieldResolver(() => CustomerEventConnection, { description: 'What they did, newest first; for staff (A2).' })
  events(
    @Root() customer: Pick<CustomerRow, 'id'>,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('kind', () => EventKind, { nullable: true }) kind: EventKind | undefined,
    @Ctx() context: Context,
  ) {
    return this.app.events.ofCustomer(context, customer.id, page, kind ?? null);
  }

  @FieldResolver(() => CustomerActivity, { description: 'What their events come to; for staff (A2).' })
  activity(@Root() customer: Pick<CustomerRow, 'id'>, @Ctx() context: Context) {
    return this.app.events.activityOf(context, customer.id);
  }
}
