import { describe, expect, test } from '@jest/globals';
import { csvCell, toCsv } from '../../admin/api/csv.js';

describe('exports', () => {
  test.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\tx', '\r=x'])(
    'a cell that a spreadsheet would run is defused: %j',
    (text) => {
      expect(csvCell(text)).toBe(`"'${text}"`);
    },
  );

  test('numbers with a sign stay numbers', () => {
    expect(csvCell(-12.5)).toBe('-12.5');
    expect(csvCell('+3')).toBe('+3');
  });

  test('a number followed by a formula is a formula', () => {
    expect(csvCell('-1+cmd|calc')).toBe(`"'-1+cmd|calc"`);
  });

  test('commas, quotes and lines are quoted; nothing is empty', () => {
    expect(
      toCsv(
        ['a', 'b'],
        [
          ['x,"y"', null],
          ['l1\nl2', ['t1', 't2']],
        ],
      ),
    ).toBe('a,b\r\n"x,""y""",\r\n"l1\nl2","t1, t2"');
  });
});
