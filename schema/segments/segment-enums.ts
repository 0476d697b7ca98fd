import { registerEnumType } from 'type-graphql';

export enum SegmentKind {
  DYNAMIC = 'DYNAMIC',
  LIST = 'LIST',
}
registerEnumType(SegmentKind, {
  name: 'SegmentKind',
  description: 'How customers come into a segment (S7).',
  valuesConfig: {
    DYNAMIC: { description: 'By its rules, always anew.' },
    LIST: { description: 'By name: frozen from another segment, or uploaded.' },
  },
});

export enum SegmentUseKind {
  SEGMENT = 'SEGMENT',
}
registerEnumType(SegmentUseKind, { name: 'SegmentUseKind', description: 'What refers to a segment.' });

export enum SegmentOrderBy {
  NAME_ASC = 'NAME_ASC',
  NAME_DESC = 'NAME_DESC',
  UPDATED_ASC = 'UPDATED_ASC',
  UPDATED_DESC = 'UPDATED_DESC',
  MEMBERS_ASC = 'MEMBERS_ASC',
  MEMBERS_DESC = 'MEMBERS_DESC',
}
registerEnumType(SegmentOrderBy, {
  name: 'SegmentOrderBy',
  description: 'How segments are sorted; by members means as of their last refresh.',
});

export enum SegmentMemberOrderBy {
  SPEND_DESC = 'SPEND_DESC',
  SPEND_ASC = 'SPEND_ASC',
  LAST_ORDER_DESC = 'LAST_ORDER_DESC',
  LAST_ORDER_ASC = 'LAST_ORDER_ASC',
  REGISTERED_DESC = 'REGISTERED_DESC',
  REGISTERED_ASC = 'REGISTERED_ASC',
}
registerEnumType(SegmentMemberOrderBy, {
  name: 'SegmentMemberOrderBy',
  description: 'Members who never ordered come after all others when sorted by their last order.',
});

export enum SegmentDirection {
  ENTERED = 'ENTERED',
  LEFT = 'LEFT',
}
registerEnumType(SegmentDirection, { name: 'SegmentDirection', description: 'Into a segment, or out of it.' });

export enum SegmentExportStatus {
  READY = 'READY',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  FAILED = 'FAILED',
  CANCELLED = 'CANCELLED',
  EXPIRED = 'EXPIRED',
}
registerEnumType(SegmentExportStatus, {
  name: 'SegmentExportStatus',
  valuesConfig: {
    READY: { description: 'Waits for a worker.' },
    DONE: { description: 'The file can be fetched until it expires.' },
    FAILED: { description: '`error` says why; start another one.' },
    EXPIRED: { description: 'The file has been deleted.' },
  },
});

export enum SegmentExportContacts {
  MASKED = 'MASKED',
  CLEAR = 'CLEAR',
}
registerEnumType(SegmentExportContacts, {
  name: 'SegmentExportContacts',
  description: 'How phone and e-mail are written; clear only for roles that may reveal contact data (A4).',
});

export enum SegmentExportColumn {
  NAME = 'NAME',
  PHONE = 'PHONE',
  EMAIL = 'EMAIL',
  GENDER = 'GENDER',
  BIRTHDAY = 'BIRTHDAY',
  CITY = 'CITY',
  LOCALE = 'LOCALE',
  PREFERRED_CHANNEL = 'PREFERRED_CHANNEL',
  TAGS = 'TAGS',
  INTERESTS = 'INTERESTS',
  EXTERNAL_IDS = 'EXTERNAL_IDS',
  REGISTERED_ON = 'REGISTERED_ON',
  TIER = 'TIER',
  STAGE = 'STAGE',
  VALUE_SEGMENT = 'VALUE_SEGMENT',
  RFM_SCORE = 'RFM_SCORE',
  ORDER_COUNT = 'ORDER_COUNT',
  SPEND = 'SPEND',
  AVERAGE_ORDER_VALUE = 'AVERAGE_ORDER_VALUE',
  FIRST_ORDER_ON = 'FIRST_ORDER_ON',
  LAST_ORDER_ON = 'LAST_ORDER_ON',
  POINTS_BALANCE = 'POINTS_BALANCE',
}
registerEnumType(SegmentExportColumn, {
  name: 'SegmentExportColumn',
  description: "A column of an export; the customer's id always comes first. Days are the company's.",
});
