import { SegmentValueType as Type } from '../../../schema/segments/enums.js';
import { daysSince, fraction, text, whole } from '../rules/asking.js';
import { type FieldRows, figure, NEVER_BOUGHT, OPERATORS } from './field-row.js';
import { BANDS, SCORES, STAGES, VALUE_SEGMENTS } from './labels.js';

/** What the customer's orders and time make of them: RFM, stage and value (S1–S5). */
export const LEVELS = {
  STAGE: {
    label: ['生命周期阶段', 'Lifecycle stage'],
    type: Type.CODE,
    operators: OPERATORS.everyCode,
    ask: text(figure('stage')),
    options: STAGES,
  },
  VALUE_SEGMENT: {
    label: ['价值分层', 'Value segment'],
    type: Type.CODE,
    operators: OPERATORS.everyCode,
    ask: text(figure('value_segment')),
    options: VALUE_SEGMENTS,
  },
  RECENCY: {
    label: ['R 最近购买', 'R recency band'],
    type: Type.NUMBER,
    operators: OPERATORS.band,
    ask: whole(figure('recency')),
    options: BANDS,
    none: NEVER_BOUGHT,
  },
  FREQUENCY: {
    label: ['F 购买频率', 'F frequency band'],
    type: Type.NUMBER,
    operators: OPERATORS.band,
    ask: whole(figure('frequency')),
    options: BANDS,
    none: NEVER_BOUGHT,
  },
  MONETARY: {
    label: ['M 消费金额', 'M monetary band'],
    type: Type.NUMBER,
    operators: OPERATORS.band,
    ask: whole(figure('monetary')),
    options: BANDS,
    none: NEVER_BOUGHT,
  },
  RFM_SCORE: {
    label: ['RFM 得分', 'RFM score'],
    type: Type.CODE,
    operators: OPERATORS.code,
    ask: text((q) => ['recency', 'frequency', 'monetary'].map((band) => `(5 - ${q.figure(band)})::text`).join(' || ')),
    options: SCORES,
    none: NEVER_BOUGHT,
  },
  DAYS_SINCE_ORDER: {
    label: ['距上次购买天数', 'Days since the last order'],
    type: Type.NUMBER,
    operators: OPERATORS.someNumber,
    ask: daysSince(figure('last_order_at')),
    unit: ['天', 'days'],
    none: NEVER_BOUGHT,
  },
  DAYS_BETWEEN_ORDERS: {
    label: ['平均购买间隔', 'Days between orders'],
    type: Type.NUMBER,
    operators: OPERATORS.someNumber,
    ask: fraction((q) => {
      const [last, first] = ['last_order_at', 'first_order_at'].map((name) => q.dayOf(q.figure(name)));
      const count = q.figure('order_count');
      return `case when ${count} > 1 then (${last} - ${first})::float8 / (${count} - 1) end`;
    }),
    unit: ['天', 'days'],
    none: ['购买不足两次', 'Fewer than two orders'],
  },
} satisfies FieldRows;
