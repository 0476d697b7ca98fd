import { SegmentOperator as Op } from '../../../schema/segments/enums.js';
import type { SegmentCondition } from '../../../schema/segments/rules.js';
import type { PublishedProgram } from '../../tiers/published.js';
import type { Asking, Column } from '../rules/asking.js';

/** The tier in effect; at least and at most go by the tiers' order (V1). */
export const tier = (of: Column): Asking => ({
  value: (q) => of(q),
  test: (q, condition) => {
    const e = of(q);
    return condition.operator === Op.IS_SET
      ? { is: `${e} is not null` }
      : { is: q.isOne(e, tiersOf(q.facts.program, condition), 'uuid') };
  },
});

function tiersOf(program: PublishedProgram, { operator, ids }: SegmentCondition): string[] {
  const given = ids ?? [];
  const rank = program.tierById.get(given[0] ?? '')?.rank;
  if (operator === Op.IN || rank === undefined) {
    return given;
  }
  return program.tiers.filter((one) => (operator === Op.GTE ? one.rank >= rank : one.rank <= rank)).map(({ id }) => id);
}
