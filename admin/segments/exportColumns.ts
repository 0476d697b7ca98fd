import type { SegmentExportColumn } from '../api/generated/operations.js';

/** Every column an export can have; the customer's id always comes first. */
export const EXPORT_COLUMNS: SegmentExportColumn[] = [
  'NAME',
  'PHONE',
  'EMAIL',
  'GENDER',
  'BIRTHDAY',
  'CITY',
  'LOCALE',
  'PREFERRED_CHANNEL',
  'TAGS',
  'INTERESTS',
  'EXTERNAL_IDS',
  'REGISTERED_ON',
  'TIER',
  'STAGE',
  'VALUE_SEGMENT',
  'RFM_SCORE',
  'ORDER_COUNT',
  'SPEND',
  'AVERAGE_ORDER_VALUE',
  'FIRST_ORDER_ON',
  'LAST_ORDER_ON',
  'POINTS_BALANCE',
];
