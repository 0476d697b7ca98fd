import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { StaffRole } from '../../schema/staff/enums.js';
import { Staff } from '../../schema/staff/staff.js';
import { newId } from '../../server/database/id.js';
import { createTestApp, type TestApp } from '../support/app.js';

let t: TestApp;
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(() => t.close());

const person = (email: string) => ({
  id: newId(),
  email,
  name: 'Li',
  role: StaffRole.ADMIN,
  passwordHash: 'x',
  createdAt: t.clock.now(),
});

test('entities and plain statements share one transaction, and both are undone together', async () => {
  const a = person('a@example.com');
  await t.app.db.transaction(async (tx) => {
    tx.em.create(Staff, a);
    await tx.em.flush();
    const [row] = await tx.rows<{ created_at: Date }>('select created_at from staff where id = $1', [a.id]);
    expect(row?.created_at).toEqual(t.clock.now());
  });
  await expect(
    t.app.db.transaction(async (tx) => {
      tx.em.create(Staff, person('b@example.com'));
      await tx.em.flush();
      await tx.run(`update staff set name = 'Wang' where id = $1`, [a.id]);
      throw new Error('undo');
    }),
  ).rejects.toThrow('undo');
  expect(await t.app.db.rows(`select name from staff where email <> 'admin@liuke.local'`)).toEqual([{ name: 'Li' }]);
  const loaded = await t.app.db.em().findOneOrFail(Staff, a.id);
  expect(loaded.createdAt).toEqual(t.clock.now());
  expect(loaded.version).toBe(1);
});

test('a deadlock is retried until both transactions are kept', async () => {
  const [a, b] = [person('c@example.com'), person('d@example.com')];
  await t.app.db.transaction(async (tx) => {
    tx.em.create(Staff, a);
    tx.em.create(Staff, b);
  });
  let attempts = 0;
  let waiting = 2;
  const crossing = (first: string, second: string) =>
    t.app.db.transaction(async (tx) => {
      attempts++;
      await tx.run(`update staff set name = name || '+' where id = $1`, [first]);
      waiting--;
      while (waiting > 0) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      await tx.run(`update staff set name = name || '+' where id = $1`, [second]);
    });
  await Promise.all([crossing(a.id, b.id), crossing(b.id, a.id)]);
  // On a busy machine the loser can meet the winner again.
  expect(attempts).toBeGreaterThanOrEqual(3);
  expect(await t.app.db.rows('select name from staff where id = any($1)', [[a.id, b.id]])).toEqual([
    { name: 'Li++' },
    { name: 'Li++' },
  ]);
});

test('hot reads are pipelined, keep their order and survive a lost connection', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => t.app.db.hot.rows<{ n: number }>('echo', 'select $1::int as n', [n])),
  );
  expect(answers.flat().map(({ n }) => n)).toEqual(Array.from({ length: 20 }, (_, n) => n));
  await t.app.db.rows(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await t.app.db.hot.rows('echo', 'select $1::int as n', [7])).toEqual([{ n: 7 }]);
});

test('configuration is remembered until the database announces a change', async () => {
  let loads = 0;
  const read = () => t.app.configuration.get('tier:test', async () => ++loads);
  // The listener reconnects after the connections were cut above.
  let before = await read();
  for (let again = await read(); again !== before; again = await read()) {
    before = again;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await t.app.db.rows('update tier set color = color');
  while ((await read()) === before) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(await read()).toBeGreaterThan(before);
});

test('statements that a transaction asks for at once run in that order, and the first to fail is the one told', async () => {
  const seen = await t.app.db.transaction(async (tx) => {
    await tx.run('create temporary table asked (n serial, value int) on commit drop');
    const asked = Array.from({ length: 300 }, (_, i) =>
      i % 3 === 0
        ? tx.rows('insert into asked (value) values ($1) returning n', [i])
        : tx.run('insert into asked (value) select unnest($1::int[])', [[i]]),
    );
    await Promise.all(asked);
    return tx.rows<{ value: number }>('select value from asked order by n');
  });
  expect(seen.map(({ value }) => value)).toEqual(Array.from({ length: 300 }, (_, i) => i));

  const { id, ...rest } = person('at-once@example.com');
  const insert = 'insert into staff (id, email, name, role, password_hash, created_at) values ($1, $2, $3, $4, $5, $6)';
  const values = [id, rest.email, rest.name, rest.role, rest.passwordHash, rest.createdAt];
  await expect(
    t.app.db.transaction((tx) => Promise.all([tx.run(insert, values), tx.run('select 1 / 0'), tx.run('select 1')])),
  ).rejects.toMatchObject({ code: '22012' });
  expect(await t.app.db.rows('select 1 from staff where id = $1', [id])).toEqual([]);
});
