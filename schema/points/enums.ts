import { registerEnumType } from 'type-graphql';

export enum PointsEntryKind {
  EARN = 'EARN',
  SPEND = 'SPEND',
  EXPIRE = 'EXPIRE',
  ADJUST = 'ADJUST',
  REVERSE = 'REVERSE',
}
registerEnumType(PointsEntryKind, {
  name: 'PointsEntryKind',
  description: 'What sort of entry in the points ledger (V2).',
  valuesConfig: {
    EARN: { description: 'By an order.' },
    SPEND: { description: 'Used up by the customer; the points of the oldest expiry go first.' },
    EXPIRE: { description: 'Run out unused.' },
    ADJUST: { description: 'Corrected by hand, up or down.' },
    REVERSE: { description: 'An entry undone: a refund takes back what its order earned, an error is put right.' },
  },
});
