import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  companyDay,
  startOfDay,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
} from '../../server/calendar/days.js';

test('a day belongs to the company zone: the last evening of a year in UTC is New Year in Shanghai', () => {
  const instant = new Date('2025-12-31T16:00:00Z');
  expect(companyDay(instant, 'Asia/Shanghai')).toBe('2026-01-01');
  expect(companyDay(instant, 'UTC')).toBe('2025-12-31');
  expect(startOfDay('2026-01-01', 'Asia/Shanghai')).toEqual(instant);
});

test('a day begins at its first instant also where clocks change at midnight', () => {
  // Beirut: 00:00 does not exist on 2021-03-28; Havana: 00:00–01:00 comes twice on 2024-11-03.
  expect(startOfDay('2021-03-28', 'Asia/Beirut').toISOString()).toBe('2021-03-27T22:00:00.000Z');
  expect(startOfDay('2024-11-03', 'America/Havana').toISOString()).toBe('2024-11-03T04:00:00.000Z');
  expect(startOfDay('2026-03-29', 'Europe/London').toISOString()).toBe('2026-03-29T00:00:00.000Z');
  expect(startOfDay('2026-03-30', 'Europe/London').toISOString()).toBe('2026-03-29T23:00:00.000Z');
});

test('every day begins with its own first instant, in every zone', () => {
  const zones = [
    'Asia/Shanghai',
    'Europe/London',
    'America/Sao_Paulo',
    'Asia/Beirut',
    'Pacific/Apia',
    'Asia/Kathmandu',
  ];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(...zones), (n, zone) => {
      const day = addDays('1996-01-01', n);
      const start = startOfDay(day, zone);
      // Apia left out 2011-12-30 altogether.
      if (!(zone === 'Pacific/Apia' && day === '2011-12-30')) {
        expect(companyDay(start, zone)).toBe(day);
      }
      expect(companyDay(new Date(start.getTime() - 1), zone) < day).toBe(true);
    }),
  );
});

test('months are clamped to their last day, leap years included', () => {
  expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
  expect(addMonths('2024-02-29', -12)).toBe('2023-02-28');
  expect(addMonths('2023-02-28', 12)).toBe('2024-02-28');
  expect(addMonths('2025-12-31', 2)).toBe('2026-02-28');
  expect(addMonths('2026-01-31', -2)).toBe('2025-11-30');
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
});

test('weeks begin on Monday, quarters with January, April, July, October', () => {
  expect(startOfWeek('2026-03-15')).toBe('2026-03-09');
  expect(startOfWeek('2026-03-16')).toBe('2026-03-16');
  expect(startOfMonth('2026-03-16')).toBe('2026-03-01');
  expect(startOfQuarter('2026-06-30')).toBe('2026-04-01');
  expect(startOfQuarter('2026-12-01')).toBe('2026-10-01');
  expect(startOfYear('2026-12-01')).toBe('2026-01-01');
});
