import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Company } from '../../schema/company/company.js';
import { CompanyPayload, CompanyUpdateInput } from '../../schema/company/inputs.js';
import type { App } from '../app.js';
import type { Context } from '../graphql/context.js';
import { payload } from '../graphql/errors.js';

@Resolver()
export class CompanyResolver {
  constructor(private readonly app: App) {}

  @Query(() => Company, { description: 'The company; public, since the sign-in page shows its name.' })
  company() {
    return this.app.company.company();
  }

  @Mutation(() => CompanyPayload, { description: "Changes the company's settings." })
  companyUpdate(@Ctx() context: Context, @Arg('input', () => CompanyUpdateInput) input: CompanyUpdateInput) {
    return payload(() => this.app.company.update(context, input));
  }
}
