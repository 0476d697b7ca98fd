import { describe, expect, test } from '@jest/globals';
import { changesBetween } from '../../admin/audit/diff.js';
import { progressShare } from '../../admin/customers/progress.js';
import { customerUpdateInput } from '../../admin/customers/updateInput.js';
import { renameMappingErrors } from '../../admin/imports/mappingErrors.js';
import { type DraftValues, draftInput, newBenefit, newTier } from '../../admin/program/draftInput.js';
import { costChange, countOf, tiersOf } from '../../admin/program/impact.js';
import { dayStart, nextDayStart, toDay } from '../../admin/ui/days.js';
import { formats } from '../../admin/ui/formats.js';

describe('days of the company', () => {
  test('a day begins at midnight of its zone, not of the browser', () => {
    expect(dayStart('2026-03-14', 'Asia/Shanghai')).toBe('2026-03-13T16:00:00.000Z');
    expect(nextDayStart('2026-03-14', 'Asia/Shanghai')).toBe('2026-03-14T16:00:00.000Z');
    expect(toDay('2026-03-13T16:00:00.000Z', 'Asia/Shanghai')).toBe('2026-03-14');
  });

  test('also on the days on which the clocks change', () => {
    expect(dayStart('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
    expect(nextDayStart('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z');
    expect(dayStart('2026-10-26', 'Europe/Berlin')).toBe('2026-10-25T23:00:00.000Z');
  });
});

describe('values', () => {
  test('money is written from its decimal string without a float in between', () => {
    expect(formats('zh', 'Asia/Shanghai', 'CNY').money('90071992547409.93')).toBe('¥90,071,992,547,409.93');
  });

  test('a text falls back to the language there is', () => {
    expect(formats('en', 'UTC', 'CNY').text({ zh: '金卡', en: '' })).toBe('金卡');
  });

  test('progress follows the measure that counts', () => {
    expect(progressShare({ spendGap: '250.00', pointsGap: null, spend: '750.00', points: 0 })).toBe(75);
    expect(progressShare({ spendGap: null, pointsGap: 30, spend: '0.00', points: 10 })).toBe(25);
  });
});

describe('A4: a masked contact is sent only when it was typed anew', () => {
  const before = {
    id: '1',
    version: 3,
    name: '李娜',
    phone: '138****5678',
    email: null,
    interests: [],
    quietHours: null,
  };

  test('untouched contacts are left out', () => {
    const input = customerUpdateInput({ ...before, name: '李四' }, { previousData: before });
    expect(input).not.toHaveProperty('phone');
    expect(input).toMatchObject({ id: '1', version: 3, name: '李四', quietHours: null });
  });

  test('a new phone goes out, half of the quiet hours does not', () => {
    const edited = { ...before, phone: '13900000000', quietHours: { from: '22:00', until: '' } };
    expect(customerUpdateInput(edited, { previousData: before })).toMatchObject({
      phone: '13900000000',
      quietHours: null,
    });
  });
});

describe('V6: the draft and its impact', () => {
  const values = {
    note: null,
    settings: {},
    tiers: [newTier(0)],
    benefits: [{ ...newBenefit(0), tierCodes: ['tier_1', 'gone'] }],
  };

  test('a benefit is sent without tiers that were removed', () => {
    const input = draftInput({ id: 'd', version: 1 }, values as unknown as DraftValues);
    expect(input.benefits?.[0]?.tierCodes).toEqual(['tier_1']);
    expect(input.tiers?.[0]).not.toHaveProperty('id');
  });

  test('the change of the cost is exact and has a sign', () => {
    expect(costChange({ yearlyCostBefore: '0.10', yearlyCostAfter: '0.30' })).toEqual({ amount: '0.20', sign: '+' });
    expect(costChange({ yearlyCostBefore: '1000.00', yearlyCostAfter: '999.95' })).toEqual({
      amount: '0.05',
      sign: '−',
    });
  });

  test('the matrix has none first, then the tiers in their order', () => {
    const ref = (code: string) => ({ code, color: '#000', name: { zh: code, en: code } });
    const pairs = [
      { from: ref('gold'), to: ref('silver'), count: 2, sample: [] },
      { from: null, to: ref('silver'), count: 5, sample: [] },
    ];
    expect(tiersOf(pairs, ['silver', 'gold']).map((tier) => tier?.code ?? null)).toEqual([null, 'silver', 'gold']);
    expect(countOf(pairs, null, ref('silver'))).toBe(5);
    expect(countOf(pairs, ref('silver'), ref('gold'))).toBe(0);
  });
});

test('an audit entry shows what differs, leaf by leaf', () => {
  const before = { name: 'a', tags: ['x', 'y'], same: 1 };
  const after = { name: 'b', tags: ['x'], same: 1, added: { deep: true } };
  expect(changesBetween(before, after)).toEqual([
    { path: 'added.deep', before: null, after: 'true' },
    { path: 'name', before: 'a', after: 'b' },
    { path: 'tags.1', before: 'y', after: null },
  ]);
});

test('an error of the mapping lands at the field of the form', () => {
  const errors = { mapping: { 1: { column: 'errors.NOT_FOUND' } } };
  expect(renameMappingErrors(errors, [{ field: 'number' }, { field: 'placedAt' }])).toEqual({
    mapping: { placedAt: 'errors.NOT_FOUND' },
  });
});
