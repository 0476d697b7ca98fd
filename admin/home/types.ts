import type { ProgramOverviewQuery } from '../api/generated/operations.js';

/** What the home screen shows. */
export type Overview = ProgramOverviewQuery['programOverview'];

/** What every chart of the home screen gets. */
export interface OverviewProps {
  overview: Overview;
}
