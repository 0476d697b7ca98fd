import { registerEnumType } from 'type-graphql';

export enum QualificationMeasure {
  SPEND = 'SPEND',
  POINTS = 'POINTS',
}
registerEnumType(QualificationMeasure, {
  name: 'QualificationMeasure',
  description: 'What a tier is reached by (V1): spend net of refunds, or points earned.',
});

export enum QualificationWindow {
  LIFETIME = 'LIFETIME',
  CALENDAR_YEAR = 'CALENDAR_YEAR',
  ROLLING_MONTHS = 'ROLLING_MONTHS',
}
registerEnumType(QualificationWindow, {
  name: 'QualificationWindow',
  description: 'Over which time the measure is summed (V1); years and days are those of the company time zone.',
});

export enum DowngradePolicy {
  ONE_LEVEL = 'ONE_LEVEL',
  TO_EARNED = 'TO_EARNED',
  NEVER = 'NEVER',
}
registerEnumType(DowngradePolicy, {
  name: 'DowngradePolicy',
  description: 'Where a customer goes who no longer earns the tier when its period and grace are over (V1).',
});

export enum ProgramStatus {
  DRAFT = 'DRAFT',
  PUBLISHING = 'PUBLISHING',
  PUBLISHED = 'PUBLISHED',
  SUPERSEDED = 'SUPERSEDED',
  FAILED = 'FAILED',
}
registerEnumType(ProgramStatus, { name: 'ProgramStatus', description: 'Where a programme version stands (V6).' });

export enum TierCause {
  SPEND = 'SPEND',
  POINTS = 'POINTS',
  GRANT = 'GRANT',
}
registerEnumType(TierCause, { name: 'TierCause', description: 'What a customer holds a tier by (V1).' });

export enum TierMoveCause {
  ORDER = 'ORDER',
  REFUND = 'REFUND',
  PERIOD_END = 'PERIOD_END',
  GRANT = 'GRANT',
  GRANT_END = 'GRANT_END',
  PUBLISH = 'PUBLISH',
  ROLLBACK = 'ROLLBACK',
  MERGE = 'MERGE',
  POINTS = 'POINTS',
}
registerEnumType(TierMoveCause, { name: 'TierMoveCause', description: 'What made a customer change tier.' });

export enum TierDirection {
  UP = 'UP',
  DOWN = 'DOWN',
}
registerEnumType(TierDirection, { name: 'TierDirection' });
