import { createHash } from 'node:crypto';
import { SegmentOperator as Op, SegmentValueType as Type } from '../../../schema/segments/enums.js';
import type { SegmentCondition } from '../../../schema/segments/rules.js';
import type { Asking } from '../rules/asking.js';
import type { Statement } from '../rules/statement.js';
import type { Test } from '../rules/test.js';
import { type FieldRows, OPERATORS } from './field-row.js';

/** Being in any of these segments: by their rules as they stand now, or on their lists. */
const inSegments: Asking = {
  test: (q, { ids }) => ({ any: (ids ?? []).map((id) => inSegment(q, id)) }),
  value: () => 'null::text',
};

function inSegment(q: Statement, id: string): Test {
  const { rules } = q.facts.segments.get(id)!;
  if (rules) {
    return q.judge(rules);
  }
  const where = [`m.segment_id = ${q.put(id, 'uuid')}`, 'm.left_at is null', ...q.own('m.customer_id')];
  return { among: { rows: { from: 'segment_membership m', id: 'm.customer_id', where, unique: true }, having: null } };
}

const PLACES = 2 ** 53;

/** Where a customer stands among all, from 0 to 2^53: by chance, but the same whenever it is asked with this seed. */
function place(q: Statement, { texts }: SegmentCondition): string {
  const seed = createHash('sha256')
    .update(texts?.[0] ?? '')
    .digest()
    .readBigInt64BE();
  return `(uuid_hash_extended(${q.person}, ${q.put(seed.toString(), 'bigint')}) & ${PLACES - 1})`;
}

const sample: Asking = {
  test: (q, condition) => {
    const line = Math.round(((condition.numbers?.[0] ?? 0) / 100) * PLACES);
    return { is: `${place(q, condition)} ${condition.operator === Op.LTE ? '<' : '>='} ${q.put(line, 'bigint')}` };
  },
  value: (q, condition) => `round(${place(q, condition)}::numeric / ${PLACES} * 100, 2)`,
};

/** Other segments, and chance. */
export const SEGMENTS = {
  SEGMENT: {
    label: ['客群', 'Segment'],
    type: Type.SEGMENT,
    operators: OPERATORS.segment,
    ask: inSegments,
  },
  SAMPLE: {
    label: ['随机抽样', 'Random sample'],
    type: Type.NUMBER,
    operators: OPERATORS.sample,
    ask: sample,
    unit: ['%', '%'],
  },
} satisfies FieldRows;
