import type { AuditListArgs } from '../../schema/audit/audit-entry.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { newId } from '../database/id.js';
import type { Transaction } from '../database/transaction.js';
import { get, list } from './list.js';

/** One thing that was done: to be recorded in the transaction that does it. */
export interface AuditRecord {
  /** Object first, like the mutation: `tierProgramPublish`, `customerReveal`. */
  action: string;
  subjectType: string;
  subjectId?: string | null;
  before?: object | null;
  after?: object | null;
  reason?: string | null;
}

/** The append-only record of who did what, when and from where (A4). */
export class AuditService {
  constructor(private readonly app: App) {}

  list = (caller: Caller, args: AuditListArgs) => list(this.app, caller, args);
  get = (caller: Caller, id: string) => get(this.app, caller, id);

  /** Writes one entry; secrets and clear contact data must not be in `before` and `after`. */
  async record(tx: Transaction, caller: Caller, record: AuditRecord): Promise<void> {
    const { principal, origin } = caller;
    const actor = actorOf(principal);
    await tx.run(
      `insert into audit_entry (id, at, actor_kind, actor_id, actor_name, action, subject_type, subject_id,
         before, after, reason, ip, user_agent, request_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, $11, $12, $13, $14)`,
      [
        newId(),
        this.app.clock.now(),
        actor.kind,
        actor.id,
        actor.name,
        record.action,
        record.subjectType,
        record.subjectId ?? null,
        record.before ? JSON.stringify(record.before) : null,
        record.after ? JSON.stringify(record.after) : null,
        record.reason ?? null,
        origin.ip,
        origin.userAgent?.slice(0, 400) ?? null,
        origin.requestId,
      ],
    );
  }
}

function actorOf(principal: Caller['principal']): { kind: string; id: string | null; name: string } {
  switch (principal.kind) {
    case 'staff':
      return { kind: 'STAFF', id: principal.id, name: principal.name };
    case 'customer':
      return { kind: 'CUSTOMER', id: principal.subject, name: `${principal.source}:${principal.subject}` };
    case 'system':
      return { kind: 'SYSTEM', id: principal.apiKeyId, name: principal.name };
    case 'job':
      return { kind: 'JOB', id: null, name: principal.name };
    case 'anonymous':
      return { kind: 'SYSTEM', id: null, name: 'anonymous' };
  }
}
