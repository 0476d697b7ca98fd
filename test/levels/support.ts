import { CutoffSchedule } from '../../schema/levels/enums.js';
import type { LevelRules } from '../../schema/levels/rules.js';
import type { Caller } from '../../server/access/principal.js';
import { DEFAULT_RULES } from '../../server/levels/rules.js';
import type { TestApp } from '../support/app.js';

/** The rules that a company begins with, with some of them changed. */
export const rulesWith = (changes: Partial<LevelRules> = {}): LevelRules => ({
  ...structuredClone(DEFAULT_RULES),
  cutoffEvery: CutoffSchedule.DAILY,
  ...changes,
});

/** Publishes rules and moves everybody to what they give. */
export async function publishRules(t: TestApp, caller: Caller, rules: LevelRules): Promise<void> {
  const { levelVersion: draft } = await t.app.levels.createDraft(caller, {});
  const { levelVersion: saved } = await t.app.levels.updateDraft(caller, { id: draft.id, version: 1, rules });
  await t.app.levels.publish(caller, { id: saved.id, version: saved.version });
  await t.app.jobs.run('levels.publish');
}

/** A customer's levels as they are kept. */
export interface KeptLevels {
  customerId: string;
  externalId: string;
  spend: number;
  stage: string;
  recency: number | null;
  frequency: number | null;
  monetary: number | null;
  valueSegment: string;
  lastEventOn: string | null;
  frequentUntil: string | null;
  due: string | null;
}

/** The kept levels of all customers of the source `shop`, by their id there. */
export async function keptLevels(t: TestApp): Promise<Map<string, KeptLevels>> {
  const rows = await t.app.db.rows<KeptLevels>(
    `select s.customer_id as "customerId", i.external_id as "externalId", s.spend, s.stage, s.recency, s.frequency, s.monetary,
            s.value_segment as "valueSegment", s.last_event_on as "lastEventOn", s.frequent_until as "frequentUntil",
            s.levels_due as due
       from customer_stats s join customer_identity i using (customer_id) where i.source = 'shop'`,
  );
  return new Map(rows.map((row) => [row.externalId, row]));
}

/** Breaks in any customer's history: where a change does not begin with what the one before ended with, or the last is not what is kept. */
export function brokenHistories(t: TestApp): Promise<object[]> {
  return t.app.db.rows(
    `select customer_id, id, cause from (
       select l.*, s.stage, s.value_segment, s.recency, s.frequency, s.monetary,
              lag(stage_to, 1, 'PROSPECT') over w as stage_before, lag(value_to, 1, 'OTHER') over w as value_before,
              lag(recency_to) over w as recency_before, lag(frequency_to) over w as frequency_before,
              lag(monetary_to) over w as monetary_before, lead(id) over w is null as last
         from level_change l join customer_stats s using (customer_id)
       window w as (partition by customer_id order by id)) as h
      where (stage_from, value_from, recency_from, frequency_from, monetary_from)
              is distinct from (stage_before, value_before, recency_before, frequency_before, monetary_before)
         or (last and (stage_to, value_to, recency_to, frequency_to, monetary_to)
                        is distinct from (stage, value_segment, recency, frequency, monetary))
     union all
     select customer_id, null, 'no history' from customer_stats s
      where (stage <> 'PROSPECT' or value_segment <> 'OTHER') and not exists (select from level_change l where l.customer_id = s.customer_id)`,
  );
}
