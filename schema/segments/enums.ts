import { registerEnumType } from 'type-graphql';

export enum SegmentJoin {
  ALL = 'ALL',
  ANY = 'ANY',
  NONE = 'NONE',
}
registerEnumType(SegmentJoin, {
  name: 'SegmentJoin',
  description: 'How the rules of a group go together.',
  valuesConfig: {
    ALL: { description: 'Every rule holds; a group without rules holds for everybody.' },
    ANY: { description: 'At least one rule holds; a group without rules holds for nobody.' },
    NONE: { description: 'No rule holds; a group without rules holds for everybody.' },
  },
});

export enum SegmentOperator {
  EQ = 'EQ',
  NE = 'NE',
  LT = 'LT',
  LTE = 'LTE',
  GT = 'GT',
  GTE = 'GTE',
  BETWEEN = 'BETWEEN',
  IN = 'IN',
  NOT_IN = 'NOT_IN',
  CONTAINS = 'CONTAINS',
  STARTS_WITH = 'STARTS_WITH',
  IS_SET = 'IS_SET',
  IS_NOT_SET = 'IS_NOT_SET',
  IN_LAST = 'IN_LAST',
  NOT_IN_LAST = 'NOT_IN_LAST',
  BEFORE_LAST = 'BEFORE_LAST',
  IN_NEXT = 'IN_NEXT',
  ON = 'ON',
  BEFORE = 'BEFORE',
  AFTER = 'AFTER',
  HAS_ANY = 'HAS_ANY',
  HAS_ALL = 'HAS_ALL',
  HAS_NONE = 'HAS_NONE',
  IS_TRUE = 'IS_TRUE',
  IS_FALSE = 'IS_FALSE',
}
registerEnumType(SegmentOperator, {
  name: 'SegmentOperator',
  description:
    'How a field is compared. A customer without a value fails every comparison but NE, NOT_IN, NOT_IN_LAST, HAS_NONE and IS_NOT_SET, which say the opposite of their counterparts.',
  valuesConfig: {
    BETWEEN: { description: 'Two values; both ends count.' },
    CONTAINS: { description: 'Anywhere in the text, whatever the case; wildcards mean themselves.' },
    STARTS_WITH: { description: 'At the beginning, whatever the case; wildcards mean themselves.' },
    IN_LAST: { description: 'Today or up to `relative` ago, both days included.' },
    NOT_IN_LAST: { description: 'The opposite of IN_LAST: longer ago, never, or in the future.' },
    BEFORE_LAST: { description: 'Longer ago than `relative`; not for those who have no such day.' },
    IN_NEXT: { description: 'Today or up to `relative` ahead, both days included; birthdays by their anniversary.' },
    HAS_ANY: { description: 'At least one of the values.' },
    HAS_ALL: { description: 'Every one of the values.' },
    HAS_NONE: { description: 'None of the values; the opposite of HAS_ANY.' },
  },
});

export enum TimeUnit {
  DAY = 'DAY',
  WEEK = 'WEEK',
  MONTH = 'MONTH',
  YEAR = 'YEAR',
}
registerEnumType(TimeUnit, { name: 'TimeUnit', description: 'A unit of the calendar.' });

export enum SegmentValueType {
  TEXT = 'TEXT',
  CODE = 'CODE',
  NUMBER = 'NUMBER',
  MONEY = 'MONEY',
  DAY = 'DAY',
  FLAG = 'FLAG',
  TIER = 'TIER',
  BENEFIT = 'BENEFIT',
  SEGMENT = 'SEGMENT',
  TAG = 'TAG',
}
registerEnumType(SegmentValueType, {
  name: 'SegmentValueType',
  description: 'What a field is compared with, and in which input it is given.',
  valuesConfig: {
    TEXT: { description: '`texts`' },
    CODE: { description: '`texts`, out of the options' },
    NUMBER: { description: '`numbers`' },
    MONEY: { description: "`amounts`, in the company's currency" },
    DAY: { description: '`days` or `relative`, by operator' },
    FLAG: { description: 'nothing: IS_TRUE or IS_FALSE says it all' },
    TIER: { description: '`ids` of tiers' },
    BENEFIT: { description: '`ids` of benefits' },
    SEGMENT: { description: '`ids` of segments' },
    TAG: { description: '`texts`; a customer can have several' },
  },
});

export enum SegmentFieldGroup {
  PROFILE = 'PROFILE',
  RFM = 'RFM',
  TIER = 'TIER',
  PERKS = 'PERKS',
  ORDERS = 'ORDERS',
  BEHAVIOUR = 'BEHAVIOUR',
  SEGMENTS = 'SEGMENTS',
}
registerEnumType(SegmentFieldGroup, { name: 'SegmentFieldGroup', description: 'Where a builder shows a field.' });

export enum SegmentSuggestion {
  VALUE = 'VALUE',
  SKU = 'SKU',
  CATEGORY = 'CATEGORY',
}
registerEnumType(SegmentSuggestion, {
  name: 'SegmentSuggestion',
  description: "What to suggest: the field's own values, or, where it takes `products`, SKUs or categories.",
});
