import { ImportCategory } from '../../../schema/imports/enums.js';
import type { Run } from '../checkpoint.js';

/** Last phase: counts every line of the file by what became of it, and forgets the file. */
export async function finishEvents(run: Run): Promise<void> {
  const { id, storedPath } = run.task;
  await run.step(async (tx) => {
    const rejected = await tx.rows<{ code: string; lines: number }>(
      'select code, count(*) as lines from import_reject where import_id = $1 group by code order by 2 desc, 1',
      [id],
    );
    await tx.run(`delete from upload where $1 = 'upload:' || id`, [storedPath]);
    const { events, eventsUnchanged } = run.counts;
    const fates = [
      { category: ImportCategory.EVENTS, code: null, lines: events },
      { category: ImportCategory.KNOWN_EVENTS, code: null, lines: eventsUnchanged },
      ...rejected.map((one) => ({ category: ImportCategory.REJECTED, ...one })),
    ].filter(({ lines }) => lines > 0);
    return {
      checkpoint: {},
      counts: {
        reconciliation: fates.map((fate) => ({ ...fate, amount: '0.00' })),
        balanced: fates.reduce((sum, { lines }) => sum + lines, 0) === run.checkpoint.fileLines,
      },
      share: 1,
      done: true,
    };
  });
}
