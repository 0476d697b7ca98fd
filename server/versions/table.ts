import type { Page, PageArgs } from '../../schema/common/connection.js';
import { UserErrorCode } from '../../schema/common/user-error.js';
import type { Database } from '../database/database.js';
import { isId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail, versionConflict } from '../graphql/errors.js';
import { readPage } from '../graphql/read-page.js';

/** What every version of a configuration has: one may be a draft, one may be under way to be in force. */
interface Version {
  id: string;
  status: string;
  version: number;
}

/** A connection or pool to read from. */
interface Reader {
  rows: Database['rows'];
}

interface VersionTableSpec {
  table: string;
  /** The select list of a row, from the table as `v`. */
  columns: string;
  /** Key of the advisory lock under which versions change. */
  lock: number;
}

/** A table of versions with drafts, publishing and history, as plain rows. */
export class VersionTable<Row extends Version> {
  constructor(private readonly spec: VersionTableSpec) {}

  /** Versions by id, in any order. */
  readonly byIds = (from: Reader, ids: readonly string[]): Promise<Row[]> =>
    from.rows<Row>(`${this.#select} where v.id = any($1::uuid[])`, [ids]);

  /** One version, or the only one of a status; null when there is none. */
  readonly find = async (
    from: Reader,
    which: { id: string } | { status: 'DRAFT' | 'PUBLISHING' | 'PUBLISHED' },
  ): Promise<Row | null> => {
    if ('id' in which && !isId(which.id)) {
      return null;
    }
    const [column, value] = 'id' in which ? ['id', which.id] : ['status', which.status];
    const [row] = await from.rows<Row>(`${this.#select} where v.${column} = $1`, [value]);
    return row ?? null;
  };

  /** All versions, newest first. */
  readonly list = (db: Database, args: PageArgs): Promise<Page<Row>> =>
    readPage<Row>(
      db,
      {
        columns: this.spec.columns,
        from: `${this.spec.table} v`,
        conditions: [],
        params: [],
        keys: [
          { sql: 'v.created_at', type: 'timestamptz', descending: true },
          { sql: 'v.id', type: 'uuid', descending: true },
        ],
      },
      args,
    );

  /** One change of versions at a time, over all servers: what there is cannot change between looking and writing. */
  readonly lock = async (tx: Transaction): Promise<void> => {
    await tx.rows('select pg_advisory_xact_lock($1)', [this.spec.lock]);
  };

  /** The draft that a caller wants to work on, as they last saw it. */
  readonly draftForWork = async (from: Reader, input: { id: string; version?: number }): Promise<Row> => {
    const draft = await this.find(from, input);
    if (!draft) {
      return fail('id', UserErrorCode.NOT_FOUND, 'There is no such version.');
    }
    if (draft.status !== 'DRAFT') {
      return fail('id', UserErrorCode.ALREADY_DONE, 'This version is no draft any more.');
    }
    if (input.version !== undefined && draft.version !== input.version) {
      throw versionConflict(draft.version);
    }
    return draft;
  };

  /** Refuses a second draft. */
  readonly refuseSecondDraft = async (tx: Transaction): Promise<void> => {
    if (await this.find(tx, { status: 'DRAFT' })) {
      fail(null, UserErrorCode.CONFLICT, 'There is a draft already. Work on that one, or discard it.');
    }
  };

  /** Refuses what cannot be done while customers are being moved to another version. */
  readonly refuseWhilePublishing = async (tx: Transaction): Promise<void> => {
    if (await this.find(tx, { status: 'PUBLISHING' })) {
      fail(null, UserErrorCode.CONFLICT, 'A version is being published. Wait until it is done.');
    }
  };

  get #select(): string {
    return `select ${this.spec.columns} from ${this.spec.table} v`;
  }
}
