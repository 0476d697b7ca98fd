import { registerEnumType } from 'type-graphql';

export enum OrderStatus {
  PLACED = 'PLACED',
  PARTLY_REFUNDED = 'PARTLY_REFUNDED',
  REFUNDED = 'REFUNDED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(OrderStatus, { name: 'OrderStatus', description: 'Where an order stands after its reversals.' });

export enum ReversalKind {
  REFUND = 'REFUND',
  CANCELLATION = 'CANCELLATION',
}
registerEnumType(ReversalKind, { name: 'ReversalKind', description: 'Why money went back.' });

export enum OrderOrderBy {
  PLACED_AT_DESC = 'PLACED_AT_DESC',
  PLACED_AT_ASC = 'PLACED_AT_ASC',
}
registerEnumType(OrderOrderBy, { name: 'OrderOrderBy', description: 'How a list of orders is sorted.' });
