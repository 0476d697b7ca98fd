import { formatMoney } from '../../../schema/common/scalars.js';
import type { SegmentWhy, SegmentWhyNode } from '../../../schema/segments/count.js';
import { SegmentJoin, SegmentValueType as Type } from '../../../schema/segments/enums.js';
import type { SegmentRule } from '../../../schema/segments/rules.js';
import type { App } from '../../app.js';
import { Params } from '../../database/params.js';
import { notFound } from '../../graphql/errors.js';
import { CATALOGUE } from '../catalogue/catalogue.js';
import { conditionTest, ruleTest } from './compile.js';
import type { Prepared } from './prepare.js';
import { Statement } from './statement.js';
import { toSql } from './test.js';
import { conditionsIn } from './tree.js';

/** Judges each rule for one customer, in one statement that looks up nobody else; NOT_FOUND for profiles not in use. */
export async function whyMember(
  app: App,
  { rules, facts }: Prepared,
  customerId: string,
  signal: AbortSignal | undefined,
): Promise<SegmentWhy> {
  const params = new Params();
  const customer = params.add(customerId, 'uuid');
  const options = { focus: 'one' as const, params, customer, person: 's.customer_id' as const };
  const q = new Statement(facts, options, (nested) => ruleTest(q, nested));
  const columns = conditionsIn(rules).map(({ condition }, i) => {
    const { value } = CATALOGUE[condition.field].ask;
    return `${toSql(conditionTest(q, condition), q)} is true as m${i}, (${value(q, condition)})::text as v${i}`;
  });
  const { from, active } = q.source();
  const [row] = await app.db.slow.rows<Record<string, unknown>>(
    `select ${['1 as found', ...columns].join(', ')} from ${from} where ${active} and s.customer_id = ${customer}`,
    params.values,
    { signal },
  );
  if (!row) {
    throw notFound('customer');
  }
  let next = 0;
  const judged = (rule: SegmentRule): SegmentWhyNode => {
    if (rule.condition) {
      const i = next++;
      const { type } = CATALOGUE[rule.condition.field];
      return {
        matches: row[`m${i}`] === true,
        join: null,
        rules: null,
        condition: rule.condition,
        value: shown(row[`v${i}`] as string | null, type),
      };
    }
    const parts = (rule.rules ?? []).map(judged);
    return { matches: joined(rule.join, parts), join: rule.join!, rules: parts, condition: null, value: null };
  };
  const root = judged(rules);
  return { matches: root.matches, root };
}

function joined(join: SegmentRule['join'], parts: SegmentWhyNode[]): boolean {
  switch (join) {
    case SegmentJoin.ANY:
      return parts.some(({ matches }) => matches);
    case SegmentJoin.NONE:
      return !parts.some(({ matches }) => matches);
    default:
      return parts.every(({ matches }) => matches);
  }
}

/** A value as the panel shows it; an empty one is none. */
function shown(value: string | null, type: Type): string | null {
  if (value === null || value === '') {
    return null;
  }
  return type === Type.MONEY ? formatMoney(Number(value)) : value;
}
