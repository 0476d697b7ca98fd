import type { AuditEntry, AuditFilter, AuditListArgs } from '../../schema/audit/audit-entry.js';
import type { Page } from '../../schema/common/connection.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import { readPage } from '../graphql/read-page.js';
import { searchText } from '../graphql/validate.js';

const COLUMNS = `a.id, a.at, a.actor_kind as "actorKind", a.actor_id as "actorId", a.actor_name as "actorName", a.action,
  a.subject_type as "subjectType", a.subject_id as "subjectId", a.before, a.after, a.reason, a.ip,
  a.user_agent as "userAgent", a.request_id as "requestId"`;

/** The column that each textual filter compares. */
const TEXTS = { actorId: 'actor_id', action: 'action', subjectType: 'subject_type', subjectId: 'subject_id' } as const;

/** A page of the audit log, the newest first. */
export async function list(app: App, { principal }: Caller, args: AuditListArgs): Promise<Page<AuditEntry>> {
  authorize(principal, 'AUDIT_READ');
  const keys = [
    { sql: 'a.at', type: 'timestamptz', descending: true },
    { sql: 'a.id', type: 'uuid', descending: true },
  ];
  return readPage(app.db, { columns: COLUMNS, from: 'audit_entry a', keys, ...conditionsOf(args.filter ?? {}) }, args);
}

/** One entry, or null. */
export async function get(app: App, { principal }: Caller, id: string): Promise<AuditEntry | null> {
  authorize(principal, 'AUDIT_READ');
  const sql = `select ${COLUMNS} from audit_entry a where a.id = $1`;
  return (isId(id) && (await app.db.rows<AuditEntry>(sql, [id]))[0]) || null;
}

function conditionsOf(filter: AuditFilter): { conditions: string[]; params: unknown[] } {
  const params: unknown[] = [];
  const conditions: string[] = [];
  for (const [name, column] of Object.entries(TEXTS) as [keyof typeof TEXTS, string][]) {
    const text = searchText(`filter.${name}`, filter[name] ?? '');
    if (text) {
      conditions.push(`a.${column} = $${params.push(text)}`);
    }
  }
  if (filter.since) {
    conditions.push(`a.at >= $${params.push(filter.since)}`);
  }
  if (filter.until) {
    conditions.push(`a.at < $${params.push(filter.until)}`);
  }
  return { conditions, params };
}
