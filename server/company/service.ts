import type { Company } from '../../schema/company/company.js';
import type { CompanyUpdateInput } from '../../schema/company/inputs.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import { eventMonths } from '../events/months.js';
import { update } from './update.js';

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

  /** The settings as last announced. Not over the pool: transactions ask too, and would wait for each other's connections. */
  settings(): Promise<CompanySettings> {
    return this.app.configuration.get('company_setting', async () => {
      const [row] = await this.app.db.hot.rows<CompanySettings>(
        'company settings',
        `select name, time_zone as "timeZone", currency, exchange_rates as "exchangeRates", retention, secrets, demo,
                version from company_setting`,
        [],
      );
      if (!row) {
        throw new Error('company_setting is empty: the database was not set up');
      }
      return row;
    });
  }

  /** Whether this server plays a demo: a demo company, on a server that may show one. */
  async playsDemo(): Promise<boolean> {
    const { config } = this.app;
    return config.demo && !config.production && (await this.settings()).demo;
  }

  /** The company as everybody may see it. */
  async company(): Promise<Company> {
    const settings = await this.settings();
    const { name, timeZone, currency, exchangeRates, demo, version } = settings;
    const rates = Object.entries(exchangeRates).map(([code, rate]) => ({ currency: code, rate }));
    return { name, timeZone, currency, exchangeRates: rates, eventMonths: eventMonths(settings), demo, version };
  }

  /** Changes the settings, and answers with them as they are then. */
  async update(caller: Caller, input: CompanyUpdateInput): Promise<{ company: Company }> {
    await update(this.app, caller, input);
    return { company: await this.company() };
  }
}
