import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../schema/common/connection.js';
import { Consent } from '../../schema/customers/consent.js';
import { Customer, QuietHours } from '../../schema/customers/customer.js';
import { CustomerIdentity } from '../../schema/customers/identity.js';
import { CustomerMerge, MergeCandidate } from '../../schema/customers/merge.js';
import { CustomerNote } from '../../schema/customers/note.js';
import { CustomerStats } from '../../schema/customers/stats.js';
import { TimelineConnection } from '../../schema/customers/timeline.js';
import { Staff } from '../../schema/staff/staff.js';
import { authorize } from '../access/authorize.js';
import type { App } from '../app.js';
import type { Context } from '../graphql/context.js';
import { staffLoader } from '../staff/loaders.js';
import { consentLoader } from './consents.js';
import { maskEmail, maskPhone } from './contact.js';
import { customerLoader, customerStatsLoader } from './loaders.js';
import { candidateLoader, identityLoader, type MergeRow, mergeLoader, noteLoader } from './related.js';
import type { CustomerRow, ListedCustomerRow } from './rows.js';

/** What a customer has beyond its own columns. */
@Resolver(() => Customer)
export class CustomerFieldsResolver {
  constructor(private readonly app: App) {}

  @FieldResolver(() => String, { nullable: true, description: 'Masked, but for the customer itself (A4).' })
  phone(@Root() customer: CustomerRow, @Ctx() context: Context) {
    return context.principal.kind === 'customer' ? customer.phone : maskPhone(customer.phone);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Masked, but for the customer itself (A4).' })
  email(@Root() customer: CustomerRow, @Ctx() context: Context) {
    return context.principal.kind === 'customer' ? customer.email : maskEmail(customer.email);
  }

  @FieldResolver(() => QuietHours, { nullable: true })
  quietHours(@Root() customer: CustomerRow): QuietHours | null {
    const { quietFrom: from, quietUntil: until } = customer;
    return from && until ? { from, until } : null;
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'The profile that this one has gone into.' })
  mergedInto(@Root() customer: CustomerRow, @Ctx() context: Context) {
    return customer.mergedIntoId && context.loaders.get(customerLoader).load(customer.mergedIntoId);
  }

  @FieldResolver(() => [CustomerIdentity])
  identities(@Root() customer: CustomerRow, @Ctx() context: Context) {
    return context.loaders.get(identityLoader).load(customer.id);
  }

  @FieldResolver(() => CustomerStats)
  stats(@Root() customer: CustomerRow | ListedCustomerRow, @Ctx() context: Context) {
    return 'orderCount' in customer ? customer : context.loaders.get(customerStatsLoader).load(customer.id);
  }

  @FieldResolver(() => [Consent], { description: 'The newest answer to each purpose.' })
  consents(@Root() customer: CustomerRow, @Ctx() context: Context) {
    return context.loaders.get(consentLoader).load(customer.id);
  }

  @FieldResolver(() => [MergeCandidate], {
    description: 'Active profiles with the same phone or e-mail (A1); for staff.',
  })
  mergeCandidates(@Root() customer: CustomerRow, @Ctx() context: Context) {
    authorize(context.principal, 'CUSTOMER_READ');
    return context.loaders.get(candidateLoader).load(customer.id);
  }

  @FieldResolver(() => [CustomerMerge], {
    description: 'Merges that this profile was part of, newest first; for staff.',
  })
  merges(@Root() customer: CustomerRow, @Ctx() context: Context) {
    authorize(context.principal, 'CUSTOMER_READ');
    return context.loaders.get(mergeLoader).load(customer.id);
  }

  @FieldResolver(() => [CustomerNote], { description: 'Newest first, 100 at most; for staff.' })
  notes(@Root() customer: CustomerRow, @Ctx() context: Context) {
    authorize(context.principal, 'CUSTOMER_READ');
    return context.loaders.get(noteLoader).load(customer.id);
  }

  @FieldResolver(() => TimelineConnection, { description: 'All that happened, newest first (A2); for staff.' })
  timeline(@Root() customer: CustomerRow, @Args(() => PageArgs) page: PageArgs, @Ctx() context: Context) {
    return this.app.customers.timeline(context, customer.id, page);
  }
}

@Resolver(() => CustomerNote)
export class CustomerNoteResolver {
  @FieldResolver(() => Staff, { nullable: true })
  author(@Root() note: Pick<CustomerNote, 'authorId'>, @Ctx() context: Context) {
    return context.loaders.get(staffLoader).load(note.authorId);
  }
}

@Resolver(() => CustomerMerge)
export class CustomerMergeResolver {
  @FieldResolver(() => Customer)
  survivor(@Root() merge: MergeRow, @Ctx() context: Context) {
    return context.loaders.get(customerLoader).load(merge.survivorId);
  }

  @FieldResolver(() => Customer)
  merged(@Root() merge: MergeRow, @Ctx() context: Context) {
    return context.loaders.get(customerLoader).load(merge.mergedId);
  }

  @FieldResolver(() => Staff, { nullable: true })
  mergedBy(@Root() merge: MergeRow, @Ctx() context: Context) {
    return merge.mergedBy && context.loaders.get(staffLoader).load(merge.mergedBy);
  }

  @FieldResolver(() => Staff, { nullable: true })
  revertedBy(@Root() merge: MergeRow, @Ctx() context: Context) {
    return merge.revertedBy && context.loaders.get(staffLoader).load(merge.revertedBy);
  }
}
