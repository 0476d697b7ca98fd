import type { LevelDraftUpdateInput } from '../api/generated/operations.js';
import type { Draft, LevelRules } from './types.js';

/** The values of the draft form. */
export type DraftValues = Pick<Draft, 'rules' | 'note'>;

const bandRule = ({ recency, frequency, monetary }: LevelRules['highValue']) => ({ recency, frequency, monetary });

/** The input of `levelDraftUpdate`: all thresholds as they stand in the form, field by field. */
export function draftInput(draft: Pick<Draft, 'id' | 'version'>, { rules, note }: DraftValues): LevelDraftUpdateInput {
  return {
    id: draft.id,
    version: draft.version,
    note: note ?? null,
    rules: {
      recencyDays: [...rules.recencyDays],
      frequency: rules.frequency.map(({ times, days }) => ({ times, days })),
      monetaryShares: [...rules.monetaryShares],
      newDays: rules.newDays,
      activeDays: rules.activeDays,
      dormantDays: rules.dormantDays,
      often: { logins: rules.often.logins, days: rules.often.days },
      highValue: bandRule(rules.highValue),
      midValue: bandRule(rules.midValue),
      cutoffEvery: rules.cutoffEvery,
    },
  };
}
