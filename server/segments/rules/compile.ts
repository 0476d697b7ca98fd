import { SegmentOperator as Op, SegmentJoin } from '../../../schema/segments/enums.js';
import type { SegmentCondition, SegmentRule } from '../../../schema/segments/rules.js';
import { Params } from '../../database/params.js';
import { CATALOGUE } from '../catalogue/catalogue.js';
import type { RuleFacts } from './facts.js';
import { type Focus, type Person, Statement } from './statement.js';
import { type Test, toSql } from './test.js';

/** Operators that say the opposite of another one, for those without a value too. */
const OPPOSITES: Partial<Record<Op, Op>> = {
  NE: Op.EQ,
  NOT_IN: Op.IN,
  NOT_IN_LAST: Op.IN_LAST,
  HAS_NONE: Op.HAS_ANY,
  IS_NOT_SET: Op.IS_SET,
  IS_FALSE: Op.IS_TRUE,
};

/** What a checked tree of rules asks of a customer. */
export function ruleTest(q: Statement, { join, rules, condition }: SegmentRule): Test {
  if (condition) {
    return conditionTest(q, condition);
  }
  const parts = (rules ?? []).map((one) => ruleTest(q, one));
  switch (join) {
    case SegmentJoin.ANY:
      return { any: parts };
    case SegmentJoin.NONE:
      return { not: { any: parts } };
    default:
      return { all: parts };
  }
}

/** What a checked condition asks of a customer. */
export function conditionTest(q: Statement, condition: SegmentCondition): Test {
  const { test } = CATALOGUE[condition.field].ask;
  const positive = OPPOSITES[condition.operator];
  return positive ? { not: test(q, { ...condition, operator: positive }) } : test(q, condition);
}

export interface CompileOptions {
  params: Params;
  focus?: Focus;
  /** Whether `s`, the figures, must be there, whatever the rules ask for. */
  figures?: boolean;
  /** Whether `c`, the profile, must be there. */
  profile?: boolean;
}

/** Rules as the parts of a statement that has each customer in use, who meets them, exactly once. */
export interface Compiled {
  /** Tables: `s` (figures) and `c` (profile), as asked for or needed. */
  from: string;
  where: string;
  /** The customer's id in SQL. */
  person: string;
}

/** A checked tree of rules as SQL: nothing in it but the catalogue's own text and placeholders. */
export function compile(rules: SegmentRule, facts: RuleFacts, options: CompileOptions): Compiled {
  const { params, focus = 'all', figures = false, profile = false } = options;
  const write = (into: Params, person: Person) => {
    const q = new Statement(facts, { focus, params: into, person }, (nested) => ruleTest(q, nested));
    if (profile) {
      q.profile('id');
    }
    return { q, condition: toSql(ruleTest(q, rules), q) };
  };
  // Where to begin is known when all is written; of another day only the figures know who there was.
  const free = !figures && facts.asOf === null && focus === 'all';
  const person = free ? write(new Params(), 'b.id').q.start : 's.customer_id';
  const { q, condition } = write(params, person);
  const { from, active } = q.source();
  return { from, where: `${active} and ${condition}`, person };
}
