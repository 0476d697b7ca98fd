import type { Page, PageArgs } from '../../schema/common/connection.js';
import type { IngestPayload } from '../../schema/common/ingest.js';
import type { EventKind } from '../../schema/events/enums.js';
import type { CustomerActivity, CustomerEvent } from '../../schema/events/event.js';
import type { EventsIngestInput } from '../../schema/events/inputs.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import type { Context } from '../graphql/context.js';
import { eraseEvents } from './erase.js';
import { ingestEvents } from './ingest.js';
import { listEvents } from './list.js';
import { activityLoader } from './loaders.js';
import { mergeEvents, separateEvents } from './merge.js';
import { EventMonths } from './months.js';

/** Use cases of what customers do (A2). */
export class EventService {
  /** The tables of the months, which are made and dropped as time goes by. */
  readonly months: EventMonths;

  constructor(readonly app: App) {
    this.months = new EventMonths(app);
  }

  /** Takes a batch of events with what follows from them, in one transaction. */
  ingest(caller: Caller, input: EventsIngestInput): Promise<IngestPayload> {
    return ingestEvents(this.app, caller, input);
  }

  /** A page of one customer's events, newest first. */
  ofCustomer(caller: Caller, customerId: string, page: PageArgs, kind: EventKind | null): Promise<Page<CustomerEvent>> {
    authorize(caller.principal, 'CUSTOMER_READ');
    return listEvents(this.app, customerId, page, kind);
  }

  /** What one customer's events come to. */
  activityOf(context: Context, customerId: string): Promise<CustomerActivity> {
    authorize(context.principal, 'CUSTOMER_READ');
    return context.loaders.get(activityLoader).load(customerId);
  }

  /** The events of a profile go over to the one that it is merged into; both are locked (A1). */
  merge(tx: Transaction, survivorId: string, mergedId: string): Promise<void> {
    return mergeEvents(this.app, tx, survivorId, mergedId);
  }

  /** What went over in a merge goes back; both profiles are locked (A1). */
  separate(tx: Transaction, survivorId: string, mergedId: string): Promise<void> {
    return separateEvents(this.app, tx, survivorId, mergedId);
  }

  /** Deletes all events of these profiles, which are locked (A4); answers how many. */
  erase(tx: Transaction, customerIds: string[]): Promise<number> {
    return eraseEvents(this.app, tx, customerIds);
  }
}
