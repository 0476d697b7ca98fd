import { parse } from 'csv-parse/sync';
import type { App } from '../app.js';
import { csvLine } from '../csv.js';
import type { Transaction } from '../database/transaction.js';
import { JOB } from './job-names.js';

/** How long a runner may be silent before its export is given to another, in minutes. */
const SILENCE = 3;

/** Gives exports whose worker died to another one; what was written stays written. */
export async function resumeSilent(app: App): Promise<void> {
  await app.db.transaction(async (tx) => {
    const silent = await tx.rows<{ id: string }>(
      `update segment_export set touched_at = $1
        where status in ('READY', 'RUNNING') and touched_at < $1::timestamptz - make_interval(mins => ${SILENCE})
       returning id`,
      [app.clock.now()],
    );
    for (const { id } of silent) {
      await app.jobs.enqueue(tx, JOB.export, { id });
    }
  });
}

/** Deletes files whose time is over. */
export async function expireExports(app: App): Promise<void> {
  await app.db.transaction(async (tx) => {
    await tx.run(
      `with over as (
         update segment_export set status = 'EXPIRED' where status = 'DONE' and expires_at <= $1 returning id)
       delete from segment_export_chunk c using over where c.export_id = over.id`,
      [app.clock.now()],
    );
  });
}

/** Takes the lines of people whose data are being deleted out of every file there is (A4); their ids go with them. */
export async function eraseFromExports(tx: Transaction, customerIds: string[]): Promise<void> {
  const open = await tx.rows<{ id: string }>(
    `select id from segment_export where status in ('READY', 'RUNNING', 'DONE') order by id for update`,
  );
  if (open.length === 0) {
    return;
  }
  const gone = new Set(customerIds);
  const chunks = await tx.rows<{ exportId: string; seq: number; members: number; data: Buffer | null }>(
    `select export_id as "exportId", seq, data,
            (select count(*) from unnest(customer_ids) as x (id) where id = any($2::uuid[]))::int as members
       from segment_export_chunk
      where export_id = any($1::uuid[]) and customer_ids && $2::uuid[] order by export_id, seq`,
    [open.map(({ id }) => id), customerIds],
  );
  for (const { exportId, seq, members, data } of chunks) {
    const lines = data && (parse(data, { relax_column_count: true }) as string[][]);
    const kept = lines?.filter(([id]) => !gone.has(id!));
    const rest = kept && Buffer.from(kept.map(csvLine).join(''));
    await tx.run(
      `update segment_export_chunk set data = $3, rows = $4::int,
              customer_ids = array(select id from unnest(customer_ids) with ordinality as x (id, n)
                                    where id <> all($5::uuid[]) order by n)
        where export_id = $1 and seq = $2`,
      [exportId, seq, rest, kept?.length ?? null, customerIds],
    );
    await tx.run('update segment_export set rows = rows - $2, bytes = bytes - $3, total = total - $4 where id = $1', [
      exportId,
      (lines?.length ?? 0) - (kept?.length ?? 0),
      (data?.length ?? 0) - (rest?.length ?? 0),
      members,
    ]);
  }
}
