import type { App } from '../app.js';

/** The company's own settings, as every server keeps them in memory. */
export interface CompanySettings {
  name: string;
  timeZone: string;
  currency: string;
  /** Units of the company's currency per unit of another. */
  exchangeRates: Readonly<Record<string, number>>;
  retention: Readonly<Record<string, number>>;
  secrets: Readonly<Record<string, string>>;
  demo: boolean;
  version: number;
}

/** Company settings: read on every request, so kept in memory until the database announces a change. */
export class CompanyService {
  constructor(private readonly app: App) {}

  /** The settings as last announced. */
  settings(): Promise<CompanySettings> {
    return this.app.configuration.get('company_setting', async () => {
      const [row] = await this.app.db.rows<CompanySettings>(
        `select name, time_zone as "timeZone", currency, exchange_rates as "exchangeRates", retention, secrets, demo,
                version from company_setting`,
      );
      if (!row) {
        throw new Error('company_setting is empty: the database was not set up');
      }
      return row;
    });
  }
}
