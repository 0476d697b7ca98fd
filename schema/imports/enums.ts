import { registerEnumType } from 'type-graphql';

export enum ImportKind {
  ORDERS = 'ORDERS',
  EVENTS = 'EVENTS',
}
registerEnumType(ImportKind, { name: 'ImportKind', description: 'What a file holds.' });

export enum ImportStatus {
  READY = 'READY',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  FAILED = 'FAILED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(ImportStatus, {
  name: 'ImportStatus',
  description: 'Where an import stands.',
  valuesConfig: {
    READY: { description: 'Waits for a worker.' },
    FAILED: { description: 'Stopped by an error; can be resumed.' },
    CANCELLED: { description: 'Stopped by hand; what was taken in stays, and it can be resumed.' },
  },
});

/** What a column of a file can mean. */
export enum ImportField {
  number = 'number',
  placedAt = 'placedAt',
  quantity = 'quantity',
  unitPrice = 'unitPrice',
  customerExternalId = 'customerExternalId',
  sku = 'sku',
  name = 'name',
  category = 'category',
  id = 'id',
  kind = 'kind',
  at = 'at',
  detail = 'detail',
}

export enum ImportCategory {
  ORDERS = 'ORDERS',
  ANONYMOUS_ORDERS = 'ANONYMOUS_ORDERS',
  REFUNDS = 'REFUNDS',
  EVENTS = 'EVENTS',
  KNOWN_EVENTS = 'KNOWN_EVENTS',
  SKIPPED = 'SKIPPED',
  REJECTED = 'REJECTED',
}
registerEnumType(ImportCategory, {
  name: 'ImportCategory',
  description: 'What became of lines of a file.',
  valuesConfig: {
    ORDERS: { description: 'Lines of orders of customers.' },
    ANONYMOUS_ORDERS: { description: 'Lines of orders whose buyer is known to be anonymous.' },
    REFUNDS: { description: 'Lines that took something off an earlier order.' },
    EVENTS: { description: 'Events that were new.' },
    KNOWN_EVENTS: { description: 'Events that were known already, or belong to a deleted person (A4).' },
    SKIPPED: { description: 'No sale: stock movements, fees, bad debts, credits without a customer.' },
    REJECTED: { description: 'Could not be taken.' },
  },
});
