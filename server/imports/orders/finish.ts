import { ImportCategory } from '../../../schema/imports/enums.js';
import type { Run } from '../checkpoint.js';

interface Fate {
  category: ImportCategory;
  code: string | null;
  lines: number;
  exact: string;
  amount: number;
}

const ORDER = Object.values(ImportCategory);

/**
 * Last phase: counts every line of the file by what became of it, in lines and in money, holds the sums against
 * what the file itself came to while it was read, and clears the lines away.
 */
export async function finish(run: Run): Promise<void> {
  const { id } = run.task;
  await run.step(async (tx) => {
    const fates = await tx.rows<Fate>(
      `select category, code, count(*) as lines, sum(exact)::text as exact, coalesce(sum(amount), 0) as amount
         from (select case when g.credit then 'REFUNDS' when g.customer is null then 'ANONYMOUS_ORDERS' else 'ORDERS' end
                        as category, null as code, l.exact, l.amount
                 from import_group g join import_line l on l.import_id = g.import_id and l.number = g.number
                where g.import_id = $1
               union all
               select case when skipped then 'SKIPPED' else 'REJECTED' end, code, coalesce(amount, 0), 0
                 from import_reject where import_id = $1) as line
        group by category, code`,
      [id],
    );
    fates.sort((a, b) => ORDER.indexOf(a.category) - ORDER.indexOf(b.category) || b.lines - a.lines);
    const lines = fates.reduce((sum, fate) => sum + fate.lines, 0);
    const exact = fates.reduce((sum, fate) => sum + BigInt(fate.exact), 0n);
    const { fileLines, fileExact } = run.checkpoint;
    await tx.run('delete from import_line where import_id = $1', [id]);
    await tx.run('delete from import_group where import_id = $1', [id]);
    await tx.run(`delete from upload where $1 = 'upload:' || id`, [run.task.storedPath]);
    const of = (category: ImportCategory) => fates.filter((fate) => fate.category === category);
    const linesOf = (category: ImportCategory) => of(category).reduce((sum, fate) => sum + fate.lines, 0);
    return {
      checkpoint: {},
      counts: {
        anonymousLines: linesOf(ImportCategory.ANONYMOUS_ORDERS),
        rejectedLines: linesOf(ImportCategory.REJECTED),
        skippedLines: linesOf(ImportCategory.SKIPPED),
        amount: fates.reduce((sum, fate) => sum + fate.amount, 0),
        reconciliation: fates.map(({ category, code, lines, exact }) => ({
          category,
          code,
          lines,
          amount: exactDecimal(BigInt(exact)),
        })),
        balanced: lines === fileLines && exact === BigInt(fileExact),
      },
      share: 1,
      done: true,
    };
  });
}

/** 1/10000 units as a decimal of two to four places. */
export function exactDecimal(exact: bigint): string {
  const digits = (exact < 0n ? -exact : exact).toString().padStart(5, '0');
  const places = digits.slice(-4).replace(/0{1,2}$/, '');
  return `${exact < 0n ? '-' : ''}${digits.slice(0, -4)}.${places}`;
}
