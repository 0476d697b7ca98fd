import { Query, Resolver } from 'type-graphql';
import { Company } from '../../schema/company/company.js';
import type { App } from '../app.js';

@Resolver()
export class CompanyResolver {
  constructor(private readonly app: App) {}

  @Query(() => Company, { description: 'The company; public, since the sign-in page shows its name.' })
  async company(): Promise<Company> {
    const { exchangeRates, ...settings } = await this.app.company.settings();
    return {
      ...settings,
      exchangeRates: Object.entries(exchangeRates).map(([currency, rate]) => ({ currency, rate })),
    };
  }
}
