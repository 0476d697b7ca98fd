import { deepStrictEqual } from 'node:assert';
import { BENCH_NOW } from '../dataset/company.js';
import type { Bench } from './bench.js';
import { randomNumbers } from './tokens.js';

/** All ways must have taken every order, and figures, ledgers and history must add up. */
export async function checkOrders(bench: Bench, copy: string, orders: number): Promise<void> {
  const [sums] = await bench.cluster.rows<Record<string, string>>(
    copy,
    `select (select count(*) from orders where source = 'app') as api, (select count(*) from orders where source = 'bare') as bare,
            (select count(*) from (select distinct on (customer_id) * from level_change order by customer_id, id desc) h
               join customer_stats s using (customer_id)
              where cause = 'ORDER' and (stage_to, value_to) <> (stage, value_segment) and not exists (
                select from orders o where o.customer_id = h.customer_id and o.number like 'ingest-without-levels-%')) as levels,
            (select sum(spend) from customer_stats) - (select sum(base_net) from orders) as spend,
            (select sum(points_balance) from customer_stats) - (select sum(points) from points_entry) as points,
            (select sum(points_balance) from customer_stats) - (select sum(remaining) from points_lot) as lots`,
  );
  deepStrictEqual(sums, {
    api: String(orders),
    bare: String(2 * orders),
    levels: '0',
    spend: '0',
    points: '0',
    lots: '0',
  });
}

/** Batches of new orders of random members, placed within the last day. */
export function ordersOf(prefix: string, customers: number, batches: number, size: number): object[][] {
  const random = randomNumbers(prefix.length);
  const now = new Date(BENCH_NOW).getTime();
  return Array.from({ length: batches }, (_, batch) =>
    Array.from({ length: size }, (__, i) => {
      const price = (20 + Math.floor(random() * 30_000) / 100).toFixed(2);
      const line = (n: number) => ({
        sku: `SKU${n}`,
        name: `商品 ${n}`,
        category: '家居',
        quantity: 1,
        unitPrice: price,
      });
      return {
        number: `${prefix}-${batch}-${i}`,
        customerExternalId: `m${1 + Math.floor(random() * customers)}`,
        placedAt: new Date(now - Math.floor(random() * 86_400_000)).toISOString(),
        amount: (Number(price) * 2).toFixed(2),
        lines: [line(Math.floor(random() * 1000)), line(Math.floor(random() * 1000))],
      };
    }),
  );
}
