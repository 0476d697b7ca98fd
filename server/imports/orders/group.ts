import { MAX_MONEY } from '../../../schema/common/scalars.js';
import type { Run } from '../checkpoint.js';
import { READ_SHARE } from './read.js';
import { REASON_ROWS, reasonTable } from './reject.js';

/**
 * Second phase: the lines become invoices, wherever in the file they stand. One with only negative lines is a credit;
 * negative lines among sales are discounts. An invoice is placed when its first line was booked.
 */
export async function groupLines(run: Run): Promise<void> {
  const { id } = run.task;
  await run.step(async (tx) => {
    // Statistics know nothing yet of the lines just written; taken for a handful they would be gone through once per invoice.
    await tx.run('set local enable_nestloop = off');
    await tx.run(
      `with total as (
         select number, max(customer) as customer, count(distinct customer) as customers, min(placed_at) as placed_at,
                bool_or(exact > 0) as sells, bool_or(exact < 0) as returns, sum(amount) as amount
           from import_line where import_id = $1 group by number
       ), judged as (
         select number, customer, placed_at, returns and not sells as credit,
                case when customers > 1 then 'SEVERAL_CUSTOMERS'
                     when sells and amount < 0 then 'NEGATIVE_TOTAL'
                     when abs(amount) > ${MAX_MONEY} then 'OUT_OF_RANGE'
                     when returns and not sells and customer is null then 'ANONYMOUS_CREDIT' end as code
           from total
       ), gone as (
         delete from import_line l using judged j
          where l.import_id = $1 and l.number = j.number and j.code is not null
         returning l.line, j.code, l.exact, l.raw
       ), reported as (
         insert into import_reject (import_id, line, code, message, skipped, amount, raw)
         select $1, gone.line, gone.code, reason.message, reason.skipped, gone.exact, gone.raw
           from gone join ${reasonTable('$2')} using (code)
       )
       insert into import_group (import_id, seq, credit, number, customer, placed_at)
       select $1, row_number() over (partition by credit order by placed_at, number), credit, number, customer, placed_at
         from judged where code is null`,
      [id, REASON_ROWS],
    );
    const made = await tx.row<{ groups: number; customers: number }>(
      `select count(*) filter (where not credit) as groups, count(distinct customer) as customers
         from import_group where import_id = $1`,
      [id],
    );
    const counted = await tx.row<{ rejected: number; skipped: number; repeated: number }>(
      `select (select count(*) from import_reject where import_id = $1 and not skipped) as rejected,
              (select count(*) from import_reject where import_id = $1 and skipped) as skipped,
              (select coalesce(sum(n - 1), 0) from (
                 select count(*) as n from import_line where import_id = $1
                  group by number, customer, placed_at, sku, name, quantity, unit_price) as same) as repeated`,
      [id],
    );
    return {
      checkpoint: { phase: 'ORDERS', groups: made!.groups },
      counts: {
        customers: made!.customers,
        rejectedLines: counted!.rejected,
        skippedLines: counted!.skipped,
        duplicateLines: counted!.repeated,
      },
      share: READ_SHARE + 0.05,
    };
  });
}
