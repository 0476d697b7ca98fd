import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { asJob, createTestApp, type TestApp } from '../support/app.js';
import { read, startSlice } from './support.js';

let whole: TestApp;
let t: TestApp;
beforeAll(async () => {
  [whole, t] = await Promise.all([createTestApp(), createTestApp()]);
  await startSlice(whole);
  await whole.app.jobs.drain();
});
afterAll(() => Promise.all([whole.close(), t.close()]));

/** All that an import leaves behind, by names that are the same in every database. */
const outcome = async ({ app }: TestApp) => {
  const [row] = await app.db.rows(
    `select (select md5(string_agg(concat_ws('|', number, placed_at, status, amount, refunded, base_net, points), ',' order by number)) from orders) as orders,
            (select md5(string_agg(concat_ws('|', number, order_number, applied), ',' order by number)) from order_reversal) as reversals,
            (select md5(string_agg(concat_ws('|', o.number, position, l.sku, l.amount), ',' order by o.number, position))
               from order_line l join orders o on o.id = l.order_id) as lines,
            (select md5(string_agg(concat_ws('|', external_id, order_count, spend, points_balance), ',' order by external_id))
               from customer_stats s join customer_identity i using (customer_id)) as figures,
            (select count(*) from points_entry) as points,
            (select counts from import_job order by created_at limit 1) as counts`,
  );
  return row!;
};

/** Makes the n-th transaction from now fail, before it does anything or right after it was committed, as a power cut would. */
function cut(app: TestApp['app'], n: number, when: 'before' | 'after', error = new Error('cut')) {
  const real = app.db.transaction;
  let left = n;
  app.db.transaction = async (work) => {
    left--;
    if (left === 0 && when === 'before') throw error;
    const result = await real.call(app.db, work);
    if (left === 0) throw error;
    return result as never;
  };
  return () => {
    app.db.transaction = real;
    return left > 0;
  };
}

test('cut off before and after every single batch, an import has the same effect as in one piece', async () => {
  const id = await startSlice(t);
  let finished = false;
  let cuts = 0;
  for (let n = 1; !finished; n = n === 1 ? 2 : 1) {
    const mend = cut(t.app, n, cuts % 2 === 0 ? 'before' : 'after');
    await t.app.imports.run(id);
    mend();
    cuts++;
    const job = await read(t, id);
    finished = job.status === 'DONE';
    if (!finished) {
      expect(['FAILED', 'RUNNING']).toContain(job.status);
      await t.app.imports.resume(asJob, id);
    }
  }
  expect(cuts).toBeGreaterThan(6);
  expect(await outcome(t)).toEqual(await outcome(whole));
});

test('two runners of one import give it one effect', async () => {
  const other = await createTestApp();
  const id = await startSlice(other);
  await Promise.all([other.app.imports.run(id), other.app.imports.run(id), other.app.imports.run(id)]);
  expect(await outcome(other)).toEqual(await outcome(whole));
  await other.close();
});

test('a cancelled import stops, and goes on when it is resumed', async () => {
  const other = await createTestApp();
  const id = await startSlice(other);
  const mend = cut(other.app, 2, 'after');
  await other.app.imports.run(id);
  mend();
  await other.app.imports.resume(asJob, id);
  await other.app.imports.cancel(asJob, id);
  await other.app.imports.run(id);
  expect(await read(other, id)).toMatchObject({ status: 'CANCELLED', counts: { orders: 0 } });
  await other.app.imports.resume(asJob, id);
  await other.app.jobs.drain();
  expect(await outcome(other)).toEqual(await outcome(whole));
  await expect(other.app.imports.cancel(asJob, id)).rejects.toMatchObject({ userErrors: [{ code: 'ALREADY_DONE' }] });
  await other.close();
});

test('an import whose worker fell silent is given to another one', async () => {
  const other = await createTestApp();
  const id = await startSlice(other);
  await other.app.db.rows(`update import_job set status = 'RUNNING' where id = $1`, [id]);
  await other.app.db.rows('delete from pgboss.job');
  await other.app.jobs.run('imports.watch');
  await other.app.jobs.drain();
  expect(await read(other, id)).toMatchObject({ status: 'RUNNING' });
  other.clock.advanceDays(0.01);
  await other.app.jobs.run('imports.watch');
  await other.app.jobs.drain();
  expect(await read(other, id)).toMatchObject({ status: 'DONE' });
  await other.close();
});

test('an import whose database went away is left running, for the queue to try again', async () => {
  const other = await createTestApp();
  const id = await startSlice(other);
  const gone = Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' });
  const mend = cut(other.app, 2, 'before', gone);
  await expect(other.app.imports.run(id)).rejects.toBe(gone);
  mend();
  expect(await read(other, id)).toMatchObject({ status: 'RUNNING', error: null });
  await other.app.jobs.drain();
  expect(await outcome(other)).toEqual(await outcome(whole));
  await other.close();
});
