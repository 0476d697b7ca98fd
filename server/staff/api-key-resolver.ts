import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../schema/common/connection.js';
import { ApiKey } from '../../schema/staff/api-key.js';
import { ApiKeyCreateInput, ApiKeyRevokeInput } from '../../schema/staff/inputs.js';
import { ApiKeyConnection } from '../../schema/staff/lists.js';
import { ApiKeyCreatePayload, ApiKeyPayload } from '../../schema/staff/payloads.js';
import { Staff } from '../../schema/staff/staff.js';
import type { App } from '../app.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/errors.js';
import { staffLoader } from './loaders.js';
import type { ApiKeyRow } from './rows.js';

/** Keys of other systems. */
@Resolver(() => ApiKey)
export class ApiKeyResolver {
  constructor(private readonly app: App) {}

  @Query(() => ApiKey, { nullable: true })
  apiKey(@Ctx() context: Context, @Arg('id', () => ID) id: string) {
    return this.app.apiKeys.get(context, id);
  }

  @Query(() => ApiKeyConnection, { description: 'Newest first, the revoked ones too.' })
  apiKeys(@Ctx() context: Context, @Args(() => PageArgs) args: PageArgs) {
    return this.app.apiKeys.list(context, args);
  }

  @FieldResolver(() => Staff, { nullable: true })
  createdBy(@Ctx() context: Context, @Root() key: ApiKeyRow) {
    return context.loaders.get(staffLoader).load(key.createdById);
  }

  @Mutation(() => ApiKeyCreatePayload, { description: 'Makes a key and shows it this once.' })
  apiKeyCreate(@Ctx() context: Context, @Arg('input', () => ApiKeyCreateInput) input: ApiKeyCreateInput) {
    return payload(() => this.app.apiKeys.create(context, input));
  }

  @Mutation(() => ApiKeyPayload, { description: 'Ends a key at once and for good.' })
  apiKeyRevoke(@Ctx() context: Context, @Arg('input', () => ApiKeyRevokeInput) input: ApiKeyRevokeInput) {
    return payload(() => this.app.apiKeys.revoke(context, input));
  }
}
