import { registerEnumType } from 'type-graphql';

export enum ValueSegment {
  HIGH_VALUE = 'HIGH_VALUE',
  MID_VALUE = 'MID_VALUE',
  NEW = 'NEW',
  DORMANT = 'DORMANT',
  CHURNED = 'CHURNED',
  OTHER = 'OTHER',
}
registerEnumType(ValueSegment, {
  name: 'ValueSegment',
  description: 'What a customer is worth and how far gone (S5): the first of these that fits.',
  valuesConfig: {
    HIGH_VALUE: { description: 'Recent, frequent and among the highest spenders, by the bands of the rules in force.' },
    MID_VALUE: { description: 'The same with the wider bands.' },
    NEW: { description: 'Of the stage NEW.' },
    DORMANT: { description: 'Of the stage DORMANT.' },
    CHURNED: { description: 'Of the stage CHURNED.' },
    OTHER: { description: 'Who never bought, and buyers whom no other name fits.' },
  },
});

export enum LevelKind {
  STAGE = 'STAGE',
  VALUE_SEGMENT = 'VALUE_SEGMENT',
  RECENCY = 'RECENCY',
  FREQUENCY = 'FREQUENCY',
  MONETARY = 'MONETARY',
}
registerEnumType(LevelKind, {
  name: 'LevelKind',
  description: 'What is levelled: the stage (S4), the value segment (S5), or one of the RFM bands (S1–S3).',
});

export enum LevelCause {
  ORDER = 'ORDER',
  REFUND = 'REFUND',
  EVENT = 'EVENT',
  TIME = 'TIME',
  CUTOFFS = 'CUTOFFS',
  PUBLISH = 'PUBLISH',
  MERGE = 'MERGE',
}
registerEnumType(LevelCause, {
  name: 'LevelCause',
  description: 'What made a level change.',
  valuesConfig: {
    TIME: { description: 'Days passed without anything.' },
    CUTOFFS: { description: "Everybody else's spend: the cut-offs of the monetary bands were computed anew." },
    PUBLISH: { description: 'Other thresholds were published.' },
    MERGE: { description: 'Profiles were merged, parted or deleted.' },
  },
});

export enum CutoffSchedule {
  DAILY = 'DAILY',
  WEEKLY = 'WEEKLY',
  MONTHLY = 'MONTHLY',
}
registerEnumType(CutoffSchedule, {
  name: 'CutoffSchedule',
  description: 'How often the cut-offs are computed anew: each company day, on Mondays, or on the first of the month.',
});

export enum LevelVersionStatus {
  DRAFT = 'DRAFT',
  PUBLISHING = 'PUBLISHING',
  PUBLISHED = 'PUBLISHED',
  SUPERSEDED = 'SUPERSEDED',
  DISCARDED = 'DISCARDED',
}
registerEnumType(LevelVersionStatus, {
  name: 'LevelVersionStatus',
  description: 'Where a version of the thresholds stands.',
  valuesConfig: {
    PUBLISHING: { description: 'Its rules are in force already, and customers are being moved to what they give.' },
  },
});

export enum FlowPeriod {
  DAY = 'DAY',
  WEEK = 'WEEK',
  MONTH = 'MONTH',
}
registerEnumType(FlowPeriod, { name: 'FlowPeriod', description: 'Weeks begin on Monday.' });
