import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { AuditEntry, AuditEntryConnection, AuditListArgs } from '../../schema/audit/audit-entry.js';
import type { App } from '../app.js';
import type { Context } from '../graphql/context.js';

@Resolver()
export class AuditResolver {
  constructor(private readonly app: App) {}

  @Query(() => AuditEntryConnection, { description: 'The audit log, newest first.' })
  auditEntries(@Ctx() context: Context, @Args(() => AuditListArgs) args: AuditListArgs) {
    return this.app.audit.list(context, args);
  }

  @Query(() => AuditEntry, { nullable: true })
  auditEntry(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.app.audit.get(context, id);
  }
}
