import { SegmentValueType as Type } from '../../../schema/segments/enums.js';
import type { SegmentCondition } from '../../../schema/segments/rules.js';
import { type Asking, instant, whole } from '../rules/asking.js';
import { tally, utmost } from '../rules/beside.js';
import { type FieldRows, figure, NEVER_BOUGHT, OPERATORS } from './field-row.js';
import { orders, reversals } from './rows.js';

const scoped = ({ products }: SegmentCondition) =>
  Boolean(products && (products.skus?.length || products.categories?.length));
const unlimited = (condition: SegmentCondition) =>
  !scoped(condition) && !condition.window?.last && !condition.window?.since && !condition.window?.until;

/** Asks the customer's figures where they know the answer, and their orders elsewhere. */
const either = (known: (condition: SegmentCondition) => boolean, figures: Asking, rows: Asking): Asking => ({
  test: (q, condition) => (known(condition) ? figures : rows).test(q, condition),
  value: (q, condition) => (known(condition) ? figures : rows).value(q, condition),
});

const boughtOn = (name: string, aggregate: string) =>
  either(
    (condition) => !scoped(condition),
    instant(figure(name)),
    utmost((q, condition) => orders(q, condition), `${aggregate}(o.placed_at)`, 'instants'),
  );

/** A line's part of what its order counts for after refunds, in the company's currency. */
const LINE_NET = 'round(l.amount::numeric * o.base_net / nullif(o.amount, 0))';

/** What the customer bought; orders that were cancelled or refunded in full do not count. */
export const ORDERS = {
  ORDER_COUNT: {
    label: ['订单数', 'Orders'],
    type: Type.NUMBER,
    operators: OPERATORS.number,
    ask: either(
      unlimited,
      whole(figure('order_count')),
      tally({ rows: (q, condition) => orders(q, condition), sum: () => 'count(*)', ones: true }),
    ),
    unit: ['单', 'orders'],
    windowed: true,
    productScoped: true,
  },
  ORDER_SPEND: {
    label: ['消费金额', 'Spend'],
    type: Type.MONEY,
    operators: OPERATORS.number,
    ask: either(
      unlimited,
      whole(figure('spend')),
      tally({
        rows: (q, condition) => orders(q, condition, scoped(condition)),
        sum: (_q, condition) => (scoped(condition) ? `coalesce(sum(${LINE_NET}), 0)` : 'sum(o.base_net)'),
        ones: false,
      }),
    ),
    windowed: true,
    productScoped: true,
  },
  ORDER_UNITS: {
    label: ['购买件数', 'Units bought'],
    type: Type.NUMBER,
    operators: OPERATORS.number,
    ask: tally({
      rows: (q, condition) => orders(q, condition, true),
      sum: () => 'sum(l.quantity)',
      ones: false,
    }),
    unit: ['件', 'units'],
    windowed: true,
    productScoped: true,
  },
  ORDER_REFUNDS: {
    label: ['退款与取消次数', 'Refunds and cancellations'],
    type: Type.NUMBER,
    operators: OPERATORS.number,
    ask: tally({ rows: reversals, sum: () => 'count(*)', ones: true }),
    unit: ['次', 'times'],
    windowed: true,
  },
  FIRST_ORDER_ON: {
    label: ['首次购买', 'First order'],
    type: Type.DAY,
    operators: OPERATORS.someDay,
    ask: boughtOn('first_order_at', 'min'),
    none: NEVER_BOUGHT,
    productScoped: true,
  },
  LAST_ORDER_ON: {
    label: ['最近购买', 'Last order'],
    type: Type.DAY,
    operators: OPERATORS.someDay,
    ask: boughtOn('last_order_at', 'max'),
    none: NEVER_BOUGHT,
    productScoped: true,
  },
  ORDER_COUNT_TOTAL: {
    label: ['累计订单数', 'Orders of all time'],
    type: Type.NUMBER,
    operators: OPERATORS.number,
    ask: whole(figure('order_count')),
    unit: ['单', 'orders'],
  },
  SPEND_TOTAL: {
    label: ['累计消费', 'Spend of all time'],
    type: Type.MONEY,
    operators: OPERATORS.number,
    ask: whole(figure('spend')),
  },
  AVERAGE_ORDER_VALUE: {
    label: ['客单价', 'Average order value'],
    type: Type.MONEY,
    operators: OPERATORS.someNumber,
    // Rounded half up as it is shown, in whole numbers, which is several times as fast as numeric.
    ask: whole((q) => {
      const [spend, count] = [q.figure('spend'), q.figure('order_count')];
      return `((2 * ${spend} + ${count}) / nullif(2 * ${count}, 0))`;
    }),
    none: NEVER_BOUGHT,
  },
} satisfies FieldRows;
