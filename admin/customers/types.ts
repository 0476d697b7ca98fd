import type { CustomerListQuery, CustomerOneQuery } from '../api/generated/operations.js';

/** A customer as the list shows them. */
export type CustomerRow = CustomerListQuery['list']['nodes'][number];

/** A customer as their profile shows them. */
export type CustomerRecord = NonNullable<CustomerOneQuery['one']>;
