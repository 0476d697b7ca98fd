import { SegmentOperator as Op, TimeUnit, SegmentValueType as Type } from '../../schema/segments/enums.js';
import { SegmentField } from '../../schema/segments/field.js';
import type { SegmentCondition, SegmentRule } from '../../schema/segments/rules.js';
import type { App } from '../../server/app.js';
import { newId } from '../../server/database/id.js';
import { CATALOGUE } from '../../server/segments/catalogue/catalogue.js';

/** A field with one of its operators. */
export interface Asked {
  field: SegmentField;
  operator: Op;
}

/** Every field with every operator that it is compared by. */
export const EVERY: Asked[] = Object.values(SegmentField).flatMap((field) =>
  CATALOGUE[field].operators.map((operator) => ({ field, operator })),
);

const RELATIVE: Op[] = [Op.IN_LAST, Op.NOT_IN_LAST, Op.BEFORE_LAST, Op.IN_NEXT];
const NONE: Op[] = [...RELATIVE, Op.IS_SET, Op.IS_NOT_SET, Op.IS_TRUE, Op.IS_FALSE];

/** What conditions are made of, where the company's own things are needed. */
export interface Things {
  tiers: string[];
  benefits: string[];
  segment: string;
}

export async function thingsOf(app: App): Promise<Things> {
  const program = await app.program.published();
  return {
    tiers: program.tiers.map(({ id }) => id),
    benefits: program.benefits.map(({ id }) => id),
    segment: await saveSegment(app, 'some', { condition: { field: SegmentField.CITY, operator: Op.IS_SET } }),
  };
}

/** A saved segment by rules, or a list of customers. */
export async function saveSegment(
  app: App,
  name: string,
  rules: SegmentRule | string[],
  id = newId(),
): Promise<string> {
  const now = app.clock.now();
  const isList = Array.isArray(rules);
  await app.db.rows(`insert into segment (id, name, kind, created_at, updated_at) values ($1, $2, $3, $4, $4)`, [
    id,
    `${name} ${id}`,
    isList ? 'LIST' : 'DYNAMIC',
    now,
  ]);
  await app.db.rows(
    `insert into segment_version (id, segment_id, number, rules, created_at) values ($1, $2, 1, $3, $4)`,
    [newId(), id, isList ? null : JSON.stringify(rules), now],
  );
  if (isList) {
    await app.db.rows(
      `insert into segment_membership (segment_id, customer_id, entered_at) select $1, unnest($2::uuid[]), $3`,
      [id, rules, now],
    );
  }
  return id;
}

/** The least that a condition of this field and operator must be given. */
export function conditionOf({ field, operator }: Asked, things: Things): SegmentCondition {
  const condition: SegmentCondition = { field, operator };
  if (RELATIVE.includes(operator)) {
    return { ...condition, relative: { amount: 90, unit: TimeUnit.DAY } };
  }
  if (NONE.includes(operator)) {
    return condition;
  }
  const twice = <T>(a: T, b: T) => (operator === Op.BETWEEN ? [a, b] : [a]);
  const { type, options } = CATALOGUE[field];
  switch (type) {
    case Type.NUMBER:
      return { ...condition, numbers: twice(1, 3) };
    case Type.MONEY:
      return { ...condition, amounts: twice(10_000, 50_000) };
    case Type.DAY:
      return { ...condition, days: twice('2025-06-01', '2026-02-01') };
    case Type.TIER:
      return { ...condition, ids: things.tiers.slice(0, 1) };
    case Type.BENEFIT:
      return { ...condition, ids: things.benefits.slice(0, 2) };
    case Type.SEGMENT:
      return { ...condition, ids: [things.segment] };
    default:
      return { ...condition, texts: [options ? Object.keys(options)[0]! : '上海'] };
  }
}

/** Conditions with every scope that the field takes. */
export function scopedOf(asked: Asked, things: Things): SegmentCondition[] {
  const row = CATALOGUE[asked.field];
  const condition = conditionOf(asked, things);
  return [
    condition,
    ...(row.windowed ? [{ ...condition, window: { last: { amount: 3, unit: TimeUnit.MONTH } } }] : []),
    ...(row.windowed ? [{ ...condition, window: { since: '2025-01-01', until: '2025-12-31' } }] : []),
    ...(row.productScoped ? [{ ...condition, products: { skus: ['A'], categories: ['茶', '咖啡'] } }] : []),
    ...(row.kindScoped ? [{ ...condition, texts: ['VIEW', 'LOGIN'] }] : []),
    ...(row.kindScoped ? [{ ...condition, texts: ['VIEW'] }] : []),
    ...(row.benefitScoped ? [{ ...condition, ids: things.benefits }] : []),
    ...(row.horizon ? [{ ...condition, relative: { amount: 2, unit: TimeUnit.WEEK } }] : []),
  ];
}
