import { EventKind } from '../../../schema/events/enums.js';
import { SegmentValueType as Type } from '../../../schema/segments/enums.js';
import type { SegmentCondition } from '../../../schema/segments/rules.js';
import { day, instant } from '../rules/asking.js';
import { tally, utmost } from '../rules/beside.js';
import { type FieldRows, figure, OPERATORS } from './field-row.js';
import { EVENT_KINDS } from './labels.js';
import { events } from './rows.js';

const ofProducts = ({ products }: SegmentCondition) =>
  Boolean(products && (products.skus?.length || products.categories?.length));
const oneKind = ({ texts }: SegmentCondition) => new Set(texts ?? []).size === 1;

const someDay = day(figure('last_event_on'));
const dayOfKind = utmost((q, condition) => events(q, condition), 'max(l.day)', 'days');
const lastLogin = instant((q) => q.activity('last_login_at'));
const lastLoginThen = utmost((q, condition) => events(q, condition, [EventKind.LOGIN]), 'max(l.day)', 'days');

/** What the customer did short of buying (A2). */
export const BEHAVIOUR = {
  EVENT_COUNT: {
    label: ['行为次数', 'Events'],
    type: Type.NUMBER,
    operators: OPERATORS.number,
    ask: tally({
      rows: (q, condition) => events(q, condition),
      sum: (_q, condition) => (ofProducts(condition) ? 'count(*)' : 'sum(l.events)'),
      ones: true,
    }),
    unit: ['次', 'times'],
    options: EVENT_KINDS,
    windowed: true,
    productScoped: true,
    kindScoped: true,
  },
  EVENT_DAYS: {
    label: ['有行为的天数', 'Days with events'],
    type: Type.NUMBER,
    operators: OPERATORS.number,
    ask: tally({
      rows: (q, condition) => events(q, condition),
      sum: (q, condition) =>
        ofProducts(condition)
          ? `count(distinct ${q.dayOf('l.at')})`
          : oneKind(condition)
            ? 'count(*)'
            : 'count(distinct l.day)',
      ones: true,
    }),
    unit: ['天', 'days'],
    options: EVENT_KINDS,
    windowed: true,
    productScoped: true,
    kindScoped: true,
  },
  LAST_EVENT_ON: {
    label: ['最近行为', 'Last event'],
    type: Type.DAY,
    operators: OPERATORS.someDay,
    ask: {
      test: (q, condition) => (condition.texts?.length ? dayOfKind : someDay).test(q, condition),
      value: (q, condition) => (condition.texts?.length ? dayOfKind : someDay).value(q, condition),
    },
    options: EVENT_KINDS,
    none: ['没有行为', 'No events'],
    kindScoped: true,
  },
  LAST_LOGIN_ON: {
    label: ['最近登录', 'Last login'],
    type: Type.DAY,
    operators: OPERATORS.someDay,
    // What was done last is known of now only; of another day the days tell it.
    ask: {
      test: (q, condition) => (q.facts.asOf === null ? lastLogin : lastLoginThen).test(q, condition),
      value: (q, condition) => (q.facts.asOf === null ? lastLogin : lastLoginThen).value(q, condition),
    },
    none: ['从未登录', 'Never logged in'],
  },
} satisfies FieldRows;
