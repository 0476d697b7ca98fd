import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Staff } from '../../schema/staff/staff.js';
import { Database } from '../../server/database/database.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const SIZE = 2;
let database: TestDatabase;
let strict: Database;
let lenient: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  const options = { appUrl: database.appUrl, poolSize: SIZE, patience: 200 };
  strict = await Database.open({ ...options, strict: true });
  lenient = await Database.open(options);
});
afterAll(async () => {
  await strict.close();
  await lenient.close();
  await database.drop();
});

const SECOND = /second connection/;

describe('a transaction that asks the pool for a second connection', () => {
  test('is refused at once, whichever way it asks, and undone', async () => {
    const ways: ((db: Database) => Promise<unknown>)[] = [
      (db) => db.rows('select 1'),
      (db) => db.pool.query('select 1'),
      (db) => db.em().find(Staff, {}),
      (db) => db.transaction(async (tx) => tx.rows('select 1')),
      async (db) => {
        await new Promise((resolve) => setImmediate(resolve));
        await Promise.all([db.rows('select 1')]);
      },
    ];
    for (const way of ways) {
      await expect(strict.transaction(() => way(strict))).rejects.toThrow(SECOND);
    }
  });

  test('may read hot, and may ask again once it is done', async () => {
    const after: unknown[] = [];
    await strict.transaction(async (tx) => {
      expect(await strict.hot.rows('one', 'select 1 as one', [])).toEqual([{ one: 1 }]);
      expect(await tx.rows('select 2 as two')).toEqual([{ two: 2 }]);
      tx.afterCommit(async () => {
        after.push(await strict.rows('select 3 as three'));
      });
    });
    expect(after).toEqual([[{ three: 3 }]]);
    expect(await strict.rows('select 4 as four')).toEqual([{ four: 4 }]);
  });

  test('does not keep others from asking meanwhile', async () => {
    await strict.transaction(async (tx) => {
      await tx.rows('select 1');
    });
    const [, rows] = await Promise.all([
      strict.transaction((tx) => tx.rows('select pg_sleep(0.05)')),
      strict.rows('select 5 as five'),
    ]);
    expect(rows).toEqual([{ five: 5 }]);
  });
});

test('where nobody looks, transactions that wait for each other end with what to do, and leave the pool usable', async () => {
  const stuck = Array.from({ length: SIZE }, () => lenient.transaction(() => lenient.rows('select 1')));
  const settled = await Promise.allSettled(stuck);
  const failed = settled.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
  expect(failed.reason.message).toBe('no database connection became free within 0.2 s (DATABASE_POOL=2)');
  expect(await lenient.rows('select 1 as one')).toEqual([{ one: 1 }]);
});
