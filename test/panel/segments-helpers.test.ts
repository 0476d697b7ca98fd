import { describe, expect, test } from '@jest/globals';
import { fromRule, inputOf } from '../../admin/segments/builder/fromRule.js';
import { searchFields } from '../../admin/segments/builder/searchFields.js';
import { finished, isComplete, slotOf, withField, withOperator } from '../../admin/segments/builder/slots.js';
import {
  appended,
  canMove,
  conditionsOf,
  type Draft,
  duplicated,
  type GroupNode,
  isGroup,
  keysOf,
  moved,
  newGroup,
  newRule,
  placeOf,
  removed,
  type TreeNode,
  toInput,
  withCondition,
  wrapped,
} from '../../admin/segments/builder/tree.js';
import { errorsByKey, pathErrors } from '../../admin/segments/builder/useBuilderState.js';
import { historyAfter } from '../../admin/segments/builder/useHistory.js';
import { areOwnIds, BATCH, batchesOf, idsOf } from '../../admin/segments/listIds.js';
import { diffLines, ruleLines } from '../../admin/segments/ruleDiff.js';
import type { FieldInfo } from '../../admin/segments/types.js';
import { splitValues } from '../../admin/segments/values/TextList.js';

const rule = (key: string): TreeNode => ({ key, condition: { field: 'CITY', operator: 'EQ', texts: [key] } });
const group = (key: string, ...rules: TreeNode[]): GroupNode => ({ key, join: 'ALL', rules });

/** The tree as a text of keys: "(a (b c))". */
const shape = (node: TreeNode): string => (isGroup(node) ? `(${node.rules.map(shape).join(' ')})` : node.key);

const info = (over: Partial<FieldInfo>): FieldInfo =>
  ({
    field: 'ORDER_COUNT',
    type: 'NUMBER',
    operators: ['EQ', 'GTE', 'BETWEEN'],
    options: [],
    windowed: false,
    productScoped: false,
    kindScoped: false,
    benefitScoped: false,
    horizon: false,
    ...over,
  }) as FieldInfo;

describe('the tree of a segment being built', () => {
  const tree = group('root', rule('a'), group('g', rule('b'), rule('c')), rule('d'));

  test('a node moves past its neighbour, into a group and out of it, as one reads', () => {
    expect(shape(moved(tree, 'a', 1))).toBe('((a b c) d)');
    expect(shape(moved(moved(tree, 'a', 1), 'a', -1))).toBe(shape(tree));
    expect(shape(moved(tree, 'b', 1))).toBe('(a (c b) d)');
    expect(shape(moved(tree, 'c', 1))).toBe('(a (b) c d)');
    expect(shape(moved(tree, 'd', -1))).toBe('(a (b c d))');
    expect(shape(moved(tree, 'g', -1))).toBe('((b c) a d)');
  });

  test('at the very top and bottom nothing moves', () => {
    expect(canMove(tree, 'a', -1)).toBe(false);
    expect(canMove(tree, 'd', 1)).toBe(false);
    expect(canMove(tree, 'b', -1)).toBe(true);
    expect(shape(moved(tree, 'a', -1))).toBe(shape(tree));
  });

  test('nodes are added, copied with keys of their own, wrapped and taken away', () => {
    expect(shape(appended(tree, 'g', rule('x')))).toBe('(a (b c x) d)');
    expect(shape(removed(tree, 'g'))).toBe('(a d)');
    expect(shape(wrapped(tree, 'a', 'ANY'))).toBe('((a) (b c) d)');
    const twice = duplicated(tree, 'g');
    expect(conditionsOf(twice).map(({ condition }) => condition.texts?.[0])).toEqual(['a', 'b', 'c', 'b', 'c', 'd']);
    expect(new Set(conditionsOf(twice).map(({ key }) => key)).size).toBe(6);
  });

  test('a change leaves the tree before it as it was', () => {
    const before = JSON.stringify(tree);
    withCondition(tree, 'b', { field: 'AGE' });
    moved(tree, 'c', -1);
    expect(JSON.stringify(tree)).toBe(before);
  });

  test('what is incomplete is not sent, and an error still finds its node', () => {
    const draft = group('root', rule('a'), { key: 'empty', condition: {} }, group('g', rule('b')), group('none'));
    const finish = (condition: Draft) => (condition.texts?.length ? (condition as never) : null);
    expect(toInput(draft, finish)).toEqual({
      join: 'ALL',
      rules: [
        { condition: { field: 'CITY', operator: 'EQ', texts: ['a'] } },
        { join: 'ALL', rules: [{ condition: { field: 'CITY', operator: 'EQ', texts: ['b'] } }] },
      ],
    });
    const keys = keysOf(draft, finish);
    expect(placeOf(keys as never, 'rules.rules.1.rules.0.condition.texts')).toEqual({ key: 'b', part: 'texts' });
    expect(placeOf(keys as never, 'rules.rules.1.join')).toEqual({ key: 'g', part: 'join' });
    expect(placeOf(keys as never, 'rules')).toEqual({ key: 'root', part: '' });
    expect(placeOf(keys as never, 'name')).toBeNull();
    const errors = pathErrors({
      name: 'errors.TAKEN',
      rules: { rules: { 0: { condition: { texts: 'errors.INVALID' } } } },
    });
    expect([...errorsByKey(errors, keys)]).toEqual([['a', { texts: 'errors.INVALID' }]]);
  });

  test('saved rules come back as a tree without nulls, a lone condition in a group', () => {
    const condition = { field: 'CITY', operator: 'EQ', texts: ['上海'], numbers: null, window: null };
    const back = fromRule({ join: null, condition, rules: null });
    expect(back.join).toBe('ALL');
    expect(conditionsOf(back)[0]?.condition).toEqual({ field: 'CITY', operator: 'EQ', texts: ['上海'] });
    expect(inputOf({ join: 'ANY', condition: null, rules: [{ condition }] })).toEqual({
      join: 'ANY',
      rules: [{ condition: { field: 'CITY', operator: 'EQ', texts: ['上海'] } }],
    });
  });

  test('undo goes back, redo forth; typing into one field is one step; a new change forgets what was undone', () => {
    const add = (text: string, topic: string | null = null) =>
      ({ kind: 'change', change: (now: string) => now + text, topic }) as const;
    let history = { past: [] as string[], present: '', future: [] as string[], topic: null as string | null };
    for (const event of [add('a'), add('1', 'n'), add('2', 'n'), add('b')]) history = historyAfter(history, event);
    expect(history.present).toBe('a12b');
    for (let step = 0; step < 2; step += 1) history = historyAfter(history, { kind: 'undo' });
    expect(history.present).toBe('a');
    expect(historyAfter(history, { kind: 'redo' }).present).toBe('a12');
    expect(historyAfter(history, add('x')).future).toEqual([]);
    expect(historyAfter(history, { kind: 'change', change: (now) => now, topic: null })).toBe(history);
  });
});

describe('what a condition asks for', () => {
  const kinds = info({ kindScoped: true, options: [{ value: 'LOGIN', label: { zh: '登录', en: 'Login' } }] });

  test('each type and operator has its slot; the kinds of events are no values', () => {
    expect(slotOf(info({}), 'BETWEEN')).toBe('range');
    expect(slotOf(kinds, 'GTE')).toBe('number');
    expect(slotOf(info({ options: kinds.options }), 'IN')).toBe('numberOptions');
    expect(slotOf(info({ type: 'TIER' }), 'GTE')).toBe('id');
    expect(slotOf(info({ type: 'DAY' }), 'IN_LAST')).toBe('relative');
    expect(slotOf(info({ type: 'TAG' }), 'HAS_ANY')).toBe('texts');
    expect(slotOf(info({ type: 'FLAG' }), 'IS_TRUE')).toBeNull();
  });

  test('a condition is complete when its values are there: both of two, and a zero is a value', () => {
    const draft = { field: 'ORDER_COUNT', operator: 'BETWEEN' } as const;
    expect(isComplete({ ...draft, numbers: [1] }, info({}))).toBe(false);
    expect(isComplete({ ...draft, numbers: [null as never, 2] }, info({}))).toBe(false);
    expect(isComplete({ ...draft, numbers: [0, 2] }, info({}))).toBe(true);
    expect(isComplete({ ...draft, operator: 'GTE', numbers: [0] }, info({}))).toBe(true);
    expect(isComplete({ ...draft, numbers: [0, 2] }, undefined)).toBe(false);
  });

  test('scopes that say nothing are not sent', () => {
    const draft: Draft = {
      field: 'ORDER_COUNT',
      operator: 'GTE',
      numbers: [1],
      window: {},
      products: { skus: [] },
      texts: [],
    };
    expect(finished(draft, info({}))).toEqual({ field: 'ORDER_COUNT', operator: 'GTE', numbers: [1] });
    const last = { last: { amount: 90, unit: 'DAY' } } as const;
    expect(finished({ ...draft, window: last }, info({}))?.window).toEqual(last);
  });

  test('another operator keeps what still fits, another field what narrows it', () => {
    const window = { last: { amount: 7, unit: 'DAY' } } as const;
    const draft: Draft = { field: 'EVENT_COUNT', operator: 'BETWEEN', numbers: [1, 5], window, texts: ['LOGIN'] };
    const windowed = { ...kinds, windowed: true };
    expect(withOperator(draft, windowed, 'GTE')).toEqual({ ...draft, operator: 'GTE', numbers: [1] });
    expect(withField(draft, info({ windowed: true }))).toEqual({
      field: 'ORDER_COUNT',
      operator: 'BETWEEN',
      window,
      numbers: undefined,
    });
    expect(withField({}, info({ windowed: true }))).toMatchObject({
      operator: 'GTE',
      window: { last: { amount: 90, unit: 'DAY' } },
    });
  });
});

test('a field is found by its name in either language: the very name first, groups kept together', () => {
  const field = (name: string, group: string, zh: string, en: string) =>
    info({ field: name as never, group: group as never, label: { zh, en } });
  const fields = [
    field('GAP', 'RFM', '平均购买间隔', 'Days between orders'),
    field('TOTAL', 'ORDERS', '累计订单数', 'Orders of all time'),
    field('COUNT', 'ORDERS', '订单数', 'Orders'),
    field('CITY', 'PROFILE', '城市', 'City'),
  ];
  const names = (typed: string) => searchFields(fields, typed).map((one) => String(one.field));
  expect(names('orders')).toEqual(['COUNT', 'TOTAL', 'GAP']);
  expect(names('订单')).toEqual(['COUNT', 'TOTAL']);
  expect(names('')).toHaveLength(4);
  expect(names('x')).toEqual([]);
});

describe('lists and versions', () => {
  test('ids are read from pasted lines, one line of commas and CSV files, each once, without a header', () => {
    expect(idsOf('u1\nu2\r\n\n u1 \n')).toEqual(['u1', 'u2']);
    expect(idsOf('u1, u2；u3')).toEqual(['u1', 'u2', 'u3']);
    expect(idsOf('\uFEFFcustomer_id,name\n"u1",李娜\n"u2",王伟')).toEqual(['u1', 'u2']);
    expect(idsOf('客户编号\n001\n002')).toEqual(['001', '002']);
    expect(idsOf('')).toEqual([]);
  });

  test('a long list goes in batches that the API takes', () => {
    const ids = Array.from({ length: BATCH + 1 }, (_, at) => `u${at}`);
    expect(batchesOf(ids, 'shop').map(({ externalIds }) => externalIds.length)).toEqual([BATCH, 1]);
    expect(batchesOf(['x'], '')).toEqual([{ customerIds: ['x'], externalIds: [] }]);
    expect(areOwnIds(['01a20119-7d45-73c4-8ab8-3333a44d876a'])).toBe(true);
    expect(areOwnIds(['01a20119-7d45-73c4-8ab8-3333a44d876a', 'u1'])).toBe(false);
  });

  test('a pasted list becomes values', () => {
    expect(splitValues('上海、北京\n广州，深圳;')).toEqual(['上海', '北京', '广州', '深圳']);
  });

  test('a version says which lines came and which went', () => {
    const words = {
      condition: (one: object) => (one as { texts: string[] }).texts[0] ?? '',
      join: (join: string) => join,
    };
    const of = (...names: string[]) =>
      ruleLines({ join: 'ALL', rules: names.map((name) => ({ condition: { texts: [name] } })) }, words);
    expect(diffLines(of('a', 'b', 'c'), of('a', 'x', 'c')).map(({ text, change }) => `${change} ${text}`)).toEqual([
      'same ALL',
      'same a',
      'gone b',
      'added x',
      'same c',
    ]);
  });

  test('a new group begins with one empty condition', () => {
    expect(newGroup().rules).toHaveLength(1);
    expect(newRule().condition).toEqual({});
  });
});
