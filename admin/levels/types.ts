import type {
  CustomerLevelChangesQuery,
  LevelDraftQuery,
  LevelsInForceQuery,
  LifecycleFlowQuery,
  LifecycleOverviewQuery,
  RfmMatrixQuery,
} from '../api/generated/operations.js';

/** The thresholds in force with the cut-offs of spend. */
export type LevelsInForce = NonNullable<LevelsInForceQuery['levels']>;

/** The thresholds of S1 to S5. */
export type LevelRules = LevelsInForce['rules'];

/** The draft with its preview, where that was computed. */
export type Draft = NonNullable<LevelDraftQuery['levelDraft']>;

/** What publishing a version does to everybody. */
export type Preview = NonNullable<Draft['preview']>;

/** Buyers of one combination of bands. */
export type RfmCell = RfmMatrixQuery['rfmMatrix']['cells'][number];

/** How many customers there are of each stage and value segment. */
export type Overview = LifecycleOverviewQuery['lifecycleOverview'];

/** One period of the flow between levels. */
export type FlowPoint = LifecycleFlowQuery['lifecycleFlow'][number];

/** One change of one customer's level. */
export type LevelChange = NonNullable<CustomerLevelChangesQuery['customer']>['levelChanges']['nodes'][number];
