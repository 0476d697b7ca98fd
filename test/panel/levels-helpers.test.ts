import { describe, expect, test } from '@jest/globals';
import { metIn, movesBetween, pairsOf, placesOf } from '../../admin/levels/codes.js';
import { draftInput } from '../../admin/levels/draftInput.js';
import { flowShown } from '../../admin/levels/flow.js';
import { averageOf, rulesOfSquare, squaresOf, totalOf } from '../../admin/levels/matrix.js';
import { shadeOf } from '../../admin/levels/shade.js';
import { type WhyFacts, whyKey } from '../../admin/levels/why.js';

describe('S1–S3: the matrix folds the monetary bands', () => {
  const cells = [
    { recency: 1, frequency: 1, monetary: 1, customers: 3, spend: '900.00', averageOrderValue: '100.00' },
    { recency: 1, frequency: 1, monetary: 2, customers: 2, spend: '100.10', averageOrderValue: '33.37' },
    { recency: 4, frequency: 2, monetary: 2, customers: 5, spend: '50.00', averageOrderValue: '10.00' },
  ];

  test('all sixteen squares are there, the best first', () => {
    const squares = squaresOf(cells, []);
    expect(squares).toHaveLength(16);
    expect(squares[0]).toEqual({ recency: 1, frequency: 1, customers: 5, spend: 1000.1, orders: 12 });
    expect(squares.map(({ recency, frequency }) => `${recency}${frequency}`).slice(0, 5)).toEqual([
      '11',
      '21',
      '31',
      '41',
      '12',
    ]);
    expect(totalOf(squares)).toMatchObject({ customers: 10, orders: 17 });
  });

  test('an average is that of the orders taken together, not of averages', () => {
    expect(averageOf(squaresOf(cells, [])[0]!)).toBeCloseTo(1000.1 / 12, 6);
    expect(averageOf({ spend: 0, orders: 0 })).toBeNull();
  });

  test('a monetary filter leaves only its bands, and the segment of a square names them', () => {
    expect(squaresOf(cells, [2])[0]).toMatchObject({ customers: 2, orders: 3 });
    const band = (field: string, numbers: number[]) => ({ condition: { field, operator: 'IN', numbers } });
    const square = { recency: 4, frequency: 2 };
    expect(rulesOfSquare(square, [])).toEqual({ join: 'ALL', rules: [band('RECENCY', [4]), band('FREQUENCY', [2])] });
    expect(rulesOfSquare(square, [1, 2]).rules?.[2]).toEqual(band('MONETARY', [1, 2]));
  });

  test('on every shade between paper and full colour the ink can be read', () => {
    const light = (rgb: number[]) => {
      const [r = 0, g = 0, b = 0] = rgb.map((one) => {
        const part = one / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    for (const [from, to] of [
      ['#ffffff', '#17594a'],
      ['#1b211f', '#7fcdb5'],
    ] as const) {
      for (let step = 0; step <= 20; step += 1) {
        const { ground, ink } = shadeOf(step / 20, from, to);
        const paper = light((ground.match(/\d+/g) ?? []).map(Number));
        const written = ink === '#ffffff' ? 1 : 0;
        const contrast = (Math.max(paper, written) + 0.05) / (Math.min(paper, written) + 0.05);
        expect(contrast).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

describe('moves between levels', () => {
  const moves = [
    { from: 'ACTIVE', to: 'DORMANT', customers: 4 },
    { from: 'ACTIVE', to: 'DORMANT', customers: 3 },
    { from: null, to: '2', customers: 1 },
  ];

  test('no band is a place only where it occurs', () => {
    expect(placesOf('RECENCY', metIn(moves))).toEqual([null, '4', '3', '2', '1']);
    expect(placesOf('STAGE', ['NEW'])).toEqual(['CHURNED', 'DORMANT', 'PROSPECT', 'NEW', 'ACTIVE']);
  });

  test('the same move in several periods adds up', () => {
    expect(movesBetween(moves, 'ACTIVE', 'DORMANT')).toBe(7);
    expect(movesBetween(moves, null, '2')).toBe(1);
    expect(movesBetween(moves, 'DORMANT', 'ACTIVE')).toBe(0);
    const stayed = { from: 'NEW', to: 'NEW', customers: 9 };
    expect(pairsOf([...moves, stayed])).toEqual([
      { from: 'ACTIVE', to: 'DORMANT', customers: 7 },
      { from: null, to: '2', customers: 1 },
    ]);
  });

  test('what an address asks for is checked; the rest is weeks of stages up to the day shown', () => {
    const nothing = { kind: null, per: null, since: null, until: null };
    expect(flowShown(nothing, '2026-03-01')).toEqual({
      kind: 'STAGE',
      per: 'WEEK',
      since: '2025-08-31',
      until: '2026-03-01',
    });
    const asked = { ...nothing, kind: 'RECENCY', per: 'CENTURY', since: '2011-01-01' };
    expect(flowShown(asked, '2011-12-09')).toMatchObject({ kind: 'RECENCY', per: 'WEEK', since: '2011-01-01' });
  });
});

describe('why a level changed', () => {
  const facts: WhyFacts = {
    kind: 'STAGE',
    from: 'ACTIVE',
    to: 'DORMANT',
    cause: 'TIME',
    daysSinceOrder: 91,
    daysSinceEvent: null,
  };

  test.each<[Partial<WhyFacts>, string]>([
    [{}, 'timeNoPurchase'],
    [{ from: 'DORMANT', to: 'CHURNED', daysSinceOrder: 181 }, 'timeChurned'],
    [{ from: 'NEW', to: 'ACTIVE', daysSinceOrder: 31 }, 'timeNotNew'],
    [{ kind: 'VALUE_SEGMENT', from: 'NEW', to: 'OTHER', daysSinceOrder: 31 }, 'timeNotNew'],
    [{ from: 'NEW', to: 'DORMANT', daysSinceOrder: 120 }, 'timeNoPurchase'],
    [{ kind: 'VALUE_SEGMENT', from: 'HIGH_VALUE', to: 'MID_VALUE', daysSinceOrder: 31 }, 'timeValue'],
    [{ kind: 'FREQUENCY', from: '1', to: '2' }, 'timeFrequency'],
    [{ kind: 'STAGE', from: 'ACTIVE', to: 'PROSPECT', daysSinceOrder: null }, 'timeProspect'],
    [{ cause: 'ORDER', from: 'DORMANT', to: 'ACTIVE', daysSinceOrder: 0 }, 'order'],
    [{ cause: 'EVENT', from: 'DORMANT', to: 'ACTIVE', daysSinceEvent: 0 }, 'interactedDays'],
    [{ cause: 'EVENT', daysSinceEvent: null }, 'interacted'],
    [{ cause: 'CUTOFFS', kind: 'MONETARY', from: '1', to: '2' }, 'cutoffs'],
  ])('%j', (changed, key) => {
    expect(whyKey({ ...facts, ...changed })).toBe(key);
  });
});

test('a draft is sent with exactly the fields of the input, whatever the form holds beside them', () => {
  const band = { recency: 1, frequency: 1, monetary: 1, strange: true };
  const rules = {
    recencyDays: [30, 90, 180],
    frequency: [{ times: 2, days: 30, strange: true }],
    monetaryShares: [20, 50, 80],
    newDays: 30,
    activeDays: 90,
    dormantDays: 180,
    often: { logins: 4, days: 28, strange: true },
    highValue: band,
    midValue: band,
    cutoffEvery: 'DAILY' as const,
    strange: true,
  };
  const input = draftInput({ id: 'd', version: 3 }, { rules, note: '' });
  expect(input).toMatchObject({ id: 'd', version: 3, note: '' });
  expect(JSON.stringify(input)).not.toContain('strange');
});
