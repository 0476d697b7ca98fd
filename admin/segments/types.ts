import type {
  SegmentFieldsQuery,
  SegmentMembersQuery,
  SegmentOneQuery,
  SegmentVersionsQuery,
} from '../api/generated/operations.js';

/** One row of the field catalogue, as the API tells it. */
export type FieldInfo = SegmentFieldsQuery['segmentFields'][number];

/** A segment with everything its page shows. */
export type SegmentRecord = NonNullable<SegmentOneQuery['one']>;

/** One version of a segment's rules. */
export type SegmentVersionRecord = NonNullable<SegmentVersionsQuery['segment']>['versions'][number];

/** One member as tables and samples show them. */
export type Member = NonNullable<SegmentMembersQuery['segment']>['members']['nodes'][number];
