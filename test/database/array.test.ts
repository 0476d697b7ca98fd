import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createTestApp, type TestApp } from '../support/app.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const echo = (type: string, values: unknown[]) =>
  t.app.db.transaction(async (tx) => {
    const row = await tx.row<{ back: unknown }>(`select to_jsonb($1::${type}[]) as back`, [values]);
    return row!.back;
  });

test.each([
  [
    'text',
    ['plain', '', 'NULL', 'null', ' padded ', 'a,b', '{}', '"quoted"', 'back\\slash', 'line\nend\ttab', '留客😀', null],
  ],
  ['int', [1, -2, null, 2147483647]],
  ['bigint', [9007199254740991, 0, -0]],
  ['boolean', [true, false, null]],
  ['double precision', [1.5, 1e300, -2.25e-10]],
  ['text', []],
])('an array of %s comes to PostgreSQL as it is: %j', async (type, values) => {
  expect(await echo(type, values)).toEqual(values.map((value) => (Object.is(value, -0) ? 0 : value)));
});

test('instants, bytes and documents in arrays come to PostgreSQL as they are', async () => {
  const at = new Date('2026-03-29T01:30:00.123Z');
  const back = await t.app.db.transaction((tx) =>
    tx.row(
      `select $1::timestamptz[] = array[$2::timestamptz] as instant, $3::bytea[] = array[$4::bytea] as bytes,
              ($5::jsonb[])[1]->>'a' as document`,
      [[at], at, [Buffer.from([0, 255])], Buffer.from([0, 255]), [{ a: 'x"y' }]],
    ),
  );
  expect(back).toEqual({ instant: true, bytes: true, document: 'x"y' });
});
