import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { IngestPayload } from '../../schema/common/ingest.js';
import { Customer } from '../../schema/customers/customer.js';
import { CustomersIngestInput } from '../../schema/customers/ingest.js';
import {
  CustomerEraseInput,
  CustomerListArgs,
  CustomerMergeInput,
  CustomerMergeRevertInput,
  CustomerNoteAddInput,
  CustomerRevealInput,
  CustomerTagInput,
  CustomerUpdateInput,
} from '../../schema/customers/inputs.js';
import {
  CustomerConnection,
  CustomerMergePayload,
  CustomerNotePayload,
  CustomerPayload,
  CustomerRevealPayload,
} from '../../schema/customers/payloads.js';
import type { App } from '../app.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/errors.js';

/** Profiles, as staff work with them. */
@Resolver()
export class CustomerResolver {
  constructor(private readonly app: App) {}

  @Query(() => Customer, { nullable: true, description: 'One customer; null when there is none.' })
  customer(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.app.customers.one(context, id);
  }

  @Query(() => CustomerConnection, { description: 'Customers; only active ones unless `status` says otherwise.' })
  customers(@Ctx() context: Context, @Args(() => CustomerListArgs) args: CustomerListArgs) {
    return this.app.customers.list(context, args);
  }

  @Query(() => [String], { description: 'Every tag in use, 500 at most.' })
  customerTags(@Ctx() context: Context) {
    return this.app.customers.tags(context);
  }

  @Mutation(() => CustomerPayload, { description: 'Changes profile fields.' })
  customerUpdate(
    @Ctx() context: Context,
    @Arg('input', () => CustomerUpdateInput) input: CustomerUpdateInput,
  ): Promise<CustomerPayload> {
    return payload(() => this.app.customers.update(context, input));
  }

  @Mutation(() => CustomerPayload, { description: 'Adds and removes tags.' })
  customerTag(
    @Ctx() context: Context,
    @Arg('input', () => CustomerTagInput) input: CustomerTagInput,
  ): Promise<CustomerPayload> {
    return payload(() => this.app.customers.tag(context, input));
  }

  @Mutation(() => CustomerNotePayload)
  customerNoteAdd(
    @Ctx() context: Context,
    @Arg('input', () => CustomerNoteAddInput) input: CustomerNoteAddInput,
  ): Promise<CustomerNotePayload> {
    return payload(() => this.app.customers.addNote(context, input));
  }

  @Mutation(() => CustomerRevealPayload, { description: 'Gives clear contact data, and records it (A4).' })
  customerReveal(
    @Ctx() context: Context,
    @Arg('input', () => CustomerRevealInput) input: CustomerRevealInput,
  ): Promise<CustomerRevealPayload> {
    return payload(() => this.app.customers.reveal(context, input));
  }

  @Mutation(() => IngestPayload, {
    description: 'Takes customers from another system, 1,000 at most in one call (A1).',
  })
  customersIngest(
    @Ctx() context: Context,
    @Arg('input', () => CustomersIngestInput) input: CustomersIngestInput,
  ): Promise<IngestPayload> {
    return this.app.customers.ingest(context, input);
  }

  @Mutation(() => CustomerMergePayload, {
    description: 'Puts two profiles of one person together; can be undone (A1).',
  })
  customerMerge(@Ctx() context: Context, @Arg('input', () => CustomerMergeInput) input: CustomerMergeInput) {
    return payload(() => this.app.customers.merge(context, input));
  }

  @Mutation(() => CustomerMergePayload, {
    description: 'Undoes a merge; what came after it stays with the survivor (A1).',
  })
  customerMergeRevert(
    @Ctx() context: Context,
    @Arg('input', () => CustomerMergeRevertInput) input: CustomerMergeRevertInput,
  ) {
    return payload(() => this.app.customers.revertMerge(context, input));
  }

  @Mutation(() => CustomerPayload, { description: "Deletes a person's data for good; orders stay, anonymous (A4)." })
  customerErase(@Ctx() context: Context, @Arg('input', () => CustomerEraseInput) input: CustomerEraseInput) {
    return payload(() => this.app.customers.erase(context, input));
  }
}
