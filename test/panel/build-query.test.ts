import { describe, expect, test } from '@jest/globals';
import type { IntrospectionResult } from 'ra-data-graphql';
import { buildQuery, cleanFilter } from '../../admin/api/buildQuery.js';
import { OFFSET_LIMIT } from '../../admin/api/cursors.js';
import { RefusedError } from '../../admin/api/errors.js';

const build = buildQuery({} as IntrospectionResult);
const page = (number: number, perPage = 25) => ({ page: number, perPage });

function listAnswer(endCursor: string) {
  const pageInfo = { hasNextPage: true, hasPreviousPage: false, endCursor };
  return { data: { list: { nodes: [{ id: '1' }], totalCount: 1_000_000, pageInfo } } } as never;
}

describe('buildQuery', () => {
  test('sort and order become the enum of the API, the page an offset', () => {
    const { variables } = build('GET_LIST', 'customers', {
      pagination: page(3),
      sort: { field: 'stats.spend', order: 'DESC' },
      filter: { q: '王', tags: [], spendMin: '' },
    });
    expect(variables).toEqual({ first: 25, offset: 50, filter: { q: '王' }, orderBy: 'SPEND_DESC' });
  });

  test('a field the API cannot sort by asks for no order at all', () => {
    const { variables } = build('GET_LIST', 'customers', { pagination: page(1), sort: { field: 'id', order: 'ASC' } });
    expect(variables).toEqual({ first: 25 });
  });

  test('the page after a known one goes on from its cursor, also past the bound of offsets', () => {
    const last = OFFSET_LIMIT / 100 + 1;
    const ask = (number: number) =>
      build('GET_LIST', 'orders', { pagination: page(number, 100), filter: { source: 'cursor-test' } });
    ask(last).parseResponse(listAnswer('c-last'));
    expect(ask(last + 1).variables).toEqual({ first: 100, after: 'c-last', filter: { source: 'cursor-test' } });
    expect(ask(last + 5).variables).toMatchObject({ offset: OFFSET_LIMIT });
  });

  test('another filter is another list: its cursors are not taken', () => {
    const ask = (source: string) => build('GET_LIST', 'orders', { pagination: page(2), filter: { source } });
    build('GET_LIST', 'orders', { pagination: page(1), filter: { source: 'a' } }).parseResponse(listAnswer('c-a'));
    expect(ask('a').variables).toHaveProperty('after', 'c-a');
    expect(ask('b').variables).not.toHaveProperty('after');
  });

  test('a refused mutation throws the errors of its fields', () => {
    const { parseResponse } = build('UPDATE', 'staff', {
      data: { id: '1', version: 2, name: '', email: 'x', extra: 1 },
    });
    const userErrors = [{ field: 'name', code: 'REQUIRED', message: 'x' }];
    expect(() => parseResponse({ data: { payload: { staff: null, userErrors } } } as never)).toThrow(RefusedError);
  });

  test('an update sends only what its input knows', () => {
    const { variables } = build('UPDATE', 'staff', {
      data: { id: '1', version: 2, name: 'n', email: 'x', sessions: [] },
    });
    expect(variables).toEqual({ input: { id: '1', version: 2, name: 'n' } });
  });

  test('false and 0 are filters, emptiness is none', () => {
    expect(cleanFilter({ a: false, b: 0, c: '', d: null, e: [] })).toEqual({ a: false, b: 0 });
    expect(cleanFilter({ c: '' })).toBeUndefined();
  });
});
