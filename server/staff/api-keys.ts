import type { Page, PageArgs } from '../../schema/common/connection.js';
import { UserErrorCode } from '../../schema/common/user-error.js';
import type { ApiKeyCreateInput, ApiKeyRevokeInput } from '../../schema/staff/inputs.js';
import { newKey } from '../access/api-key-check.js';
import { authorize, authorizeStaff } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { isId, newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { fail, notFound } from '../graphql/errors.js';
import { readPage } from '../graphql/read-page.js';
import { InputCheck } from '../graphql/validate.js';
import { API_KEY_COLUMNS, type ApiKeyRow } from './rows.js';

/** Use cases of API keys. */
export class ApiKeyService {
  constructor(private readonly app: App) {}

  async get({ principal }: Caller, id: string): Promise<ApiKeyRow | null> {
    authorize(principal, 'API_KEY_MANAGE');
    const sql = `select ${API_KEY_COLUMNS} from api_key k where k.id = $1`;
    return (isId(id) && (await this.app.db.rows<ApiKeyRow>(sql, [id]))[0]) || null;
  }

  /** A page of all keys ever made, the newest first. */
  async list({ principal }: Caller, args: PageArgs): Promise<Page<ApiKeyRow>> {
    authorize(principal, 'API_KEY_MANAGE');
    const keys = [
      { sql: 'k.created_at', type: 'timestamptz', descending: true },
      { sql: 'k.id', type: 'uuid', descending: true },
    ];
    return readPage(
      this.app.db,
      { columns: API_KEY_COLUMNS, from: 'api_key k', conditions: [], params: [], keys },
      args,
    );
  }

  /** Makes a key; `secret` is the whole of it, to be shown once. */
  async create(caller: Caller, input: ApiKeyCreateInput): Promise<{ apiKey: ApiKeyRow; secret: string }> {
    const { id: createdBy } = authorizeStaff(caller.principal, 'API_KEY_MANAGE');
    const now = this.app.clock.now();
    const check = new InputCheck();
    const name = check.text('name', input.name, { min: 1, max: 100 });
    const scopes = [...new Set(input.scopes)].sort();
    if (scopes.length === 0) {
      check.add('scopes', UserErrorCode.REQUIRED, 'A key needs at least one scope.');
    }
    const expiresAt = input.expiresAt ?? null;
    if (expiresAt && expiresAt <= now) {
      check.add('expiresAt', UserErrorCode.OUT_OF_RANGE, 'This lies in the past.');
    }
    check.done();
    const { key, prefix, secretHash } = newKey();
    return this.app.db.transaction(async (tx) => {
      const id = newId();
      await tx.run(
        `insert into api_key (id, name, prefix, secret_hash, scopes, created_by, created_at, expires_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, name, prefix, secretHash, scopes, createdBy, now, expiresAt],
      );
      const after = { name, prefix, scopes, expiresAt };
      await this.app.audit.record(tx, caller, { action: 'apiKeyCreate', subjectType: 'ApiKey', subjectId: id, after });
      return { apiKey: await this.#row(tx, id), secret: key };
    });
  }

  /** Ends a key at once and for good. */
  async revoke(caller: Caller, { id }: ApiKeyRevokeInput): Promise<{ apiKey: ApiKeyRow }> {
    authorize(caller.principal, 'API_KEY_MANAGE');
    return this.app.db.transaction(async (tx) => {
      const key = await this.#row(tx, id);
      if (key.revokedAt) {
        fail('id', UserErrorCode.ALREADY_DONE, 'This key has been revoked before.');
      }
      await tx.run('update api_key set revoked_at = $2 where id = $1', [id, this.app.clock.now()]);
      const { name, prefix } = key;
      const subject = { subjectType: 'ApiKey', subjectId: id, before: { name, prefix } };
      await this.app.audit.record(tx, caller, { action: 'apiKeyRevoke', ...subject });
      return { apiKey: await this.#row(tx, id) };
    });
  }

  async #row(tx: Transaction, id: string): Promise<ApiKeyRow> {
    const sql = `select ${API_KEY_COLUMNS} from api_key k where k.id = $1 for update`;
    const row = isId(id) ? await tx.row<ApiKeyRow>(sql, [id]) : undefined;
    if (!row) {
      throw notFound('API key');
    }
    return row;
  }
}
