import DataLoader from 'dataloader';
import type { Page, PageArgs } from '../../schema/common/connection.js';
import { UserErrorCode } from '../../schema/common/user-error.js';
import { ProgramStatus } from '../../schema/tiers/enums.js';
import type { ProgramVersion } from '../../schema/tiers/program.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail, versionConflict } from '../graphql/errors.js';
import { planPage, toPage } from '../graphql/keyset.js';
import type { ProgramContent } from './content.js';
import type { Impact } from './impact.js';

/** A version as a plain row. */
export type VersionRow = Omit<ProgramVersion, 'content' | 'impact' | 'sweptTo'> & {
  content: ProgramContent;
  impact: Impact | null;
};

const COLUMNS = `v.id, v.number, v.status, v.content, v.note, v.based_on_id as "basedOnId",
  v.rollback_of_id as "rollbackOfId", v.impact, v.impact_at as "impactAt", v.progress_done as "progressDone",
  v.progress_total as "progressTotal", v.error, v.created_by as "createdBy", v.created_at as "createdAt",
  v.updated_at as "updatedAt", v.published_by as "publishedBy", v.published_at as "publishedAt", v.version`;

/** Versions by id; null for those that do not exist. */
export const versionLoader = (app: App) =>
  new DataLoader<string, VersionRow | null>(async (ids) => {
    const rows = await app.db.rows<VersionRow>(
      `select ${COLUMNS} from program_version v where v.id = any($1::uuid[])`,
      [ids],
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id) ?? null);
  });

/** One version, or the only one of a status; null when there is none. */
export async function findVersion(
  from: { rows: App['db']['rows'] },
  which: { id: string } | { status: ProgramStatus.DRAFT | ProgramStatus.PUBLISHING },
): Promise<VersionRow | null> {
  if ('id' in which && !isId(which.id)) {
    return null;
  }
  const [column, value] = 'id' in which ? ['id', which.id] : ['status', which.status];
  const [row] = await from.rows<VersionRow>(`select ${COLUMNS} from program_version v where v.${column} = $1`, [value]);
  return row ?? null;
}

/** All versions, newest first. */
export async function listVersions(app: App, args: PageArgs): Promise<Page<VersionRow>> {
  const params: unknown[] = [];
  const plan = planPage(
    args,
    [
      { sql: 'v.created_at', type: 'timestamptz', descending: true },
      { sql: 'v.id', type: 'uuid', descending: true },
    ],
    params,
  );
  const rows = await app.db.rows<VersionRow & { cursor_keys: string[] }>(
    `select ${COLUMNS}, ${plan.cursorSql} as cursor_keys from program_version v where ${plan.where}
      order by ${plan.orderBy} limit ${plan.limit + 1} offset ${plan.offset}`,
    params,
  );
  const count = async () => (await app.db.rows<{ n: number }>('select count(*) as n from program_version'))[0]!.n;
  return toPage(rows, plan, ({ cursor_keys: _, ...row }) => row, count);
}

/** One change of the programme at a time, over all servers: what there is cannot change between looking and writing. */
export async function lockProgram(tx: Transaction): Promise<void> {
  await tx.rows('select pg_advisory_xact_lock(72816)');
}

/** The draft that a caller wants to work on, as they last saw it. */
export async function draftForWork(
  from: { rows: App['db']['rows'] },
  input: { id: string; version?: number },
): Promise<VersionRow> {
  const draft = await findVersion(from, input);
  if (!draft) {
    return fail('id', UserErrorCode.NOT_FOUND, 'There is no such version.');
  }
  if (draft.status !== ProgramStatus.DRAFT) {
    return fail('id', UserErrorCode.ALREADY_DONE, 'This version is no draft any more.');
  }
  if (input.version !== undefined && draft.version !== input.version) {
    throw versionConflict(draft.version);
  }
  return draft;
}

/** Refuses what cannot be done while customers are being moved to another version. */
export async function refuseWhilePublishing(tx: Transaction): Promise<void> {
  if (await findVersion(tx, { status: ProgramStatus.PUBLISHING })) {
    fail(null, UserErrorCode.CONFLICT, 'A version is being published. Wait until it is done.');
  }
}
