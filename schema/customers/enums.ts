import { registerEnumType } from 'type-graphql';

export enum Gender {
  FEMALE = 'FEMALE',
  MALE = 'MALE',
  OTHER = 'OTHER',
}
registerEnumType(Gender, { name: 'Gender' });

export enum CustomerStatus {
  ACTIVE = 'ACTIVE',
  MERGED = 'MERGED',
  ERASED = 'ERASED',
}
registerEnumType(CustomerStatus, {
  name: 'CustomerStatus',
  description: 'Whether a profile is in use, has gone into another one (A1), or was deleted (A4).',
});

export enum LifecycleStage {
  PROSPECT = 'PROSPECT',
  NEW = 'NEW',
  ACTIVE = 'ACTIVE',
  DORMANT = 'DORMANT',
  CHURNED = 'CHURNED',
}
registerEnumType(LifecycleStage, {
  name: 'LifecycleStage',
  description:
    'Where a customer stands in their life with the company (S4); the days are the defaults of the level rules.',
  valuesConfig: {
    PROSPECT: { description: 'Never bought.' },
    NEW: { description: 'The first order lies within 30 days.' },
    ACTIVE: { description: 'Bought within 90 days, or interacts often.' },
    DORMANT: { description: 'No purchase for 91 to 180 days, or longer but interacted within 180.' },
    CHURNED: { description: 'Neither bought nor interacted for over 180 days.' },
  },
});

export enum ContactField {
  PHONE = 'PHONE',
  EMAIL = 'EMAIL',
}
registerEnumType(ContactField, { name: 'ContactField', description: 'Contact data that staff see masked (A4).' });

export enum MergeMatch {
  PHONE = 'PHONE',
  EMAIL = 'EMAIL',
}
registerEnumType(MergeMatch, {
  name: 'MergeMatch',
  description: 'What two profiles of perhaps one person share (A1).',
});

export enum CustomerOrderBy {
  SPEND_DESC = 'SPEND_DESC',
  SPEND_ASC = 'SPEND_ASC',
  LAST_ORDER_DESC = 'LAST_ORDER_DESC',
  LAST_ORDER_ASC = 'LAST_ORDER_ASC',
  REGISTERED_DESC = 'REGISTERED_DESC',
  REGISTERED_ASC = 'REGISTERED_ASC',
}
registerEnumType(CustomerOrderBy, {
  name: 'CustomerOrderBy',
  description: 'Customers who never ordered come after all others when sorted by their last order.',
});

export enum TimelineKind {
  REGISTERED = 'REGISTERED',
  ORDER = 'ORDER',
  REFUND = 'REFUND',
  CANCELLATION = 'CANCELLATION',
  POINTS = 'POINTS',
  TIER_MOVE = 'TIER_MOVE',
  GRANT = 'GRANT',
  REDEMPTION = 'REDEMPTION',
  NOTE = 'NOTE',
  MERGE = 'MERGE',
  CONSENT = 'CONSENT',
  EVENTS = 'EVENTS',
  LEVEL = 'LEVEL',
}
registerEnumType(TimelineKind, { name: 'TimelineKind', description: 'What sort of thing happened (A2).' });
