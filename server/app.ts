import { ApiKeyCheck } from './access/api-key-check.js';
import { CustomerTokens } from './access/customer-tokens.js';
import { DemoIssuer } from './access/demo-issuer.js';
import { GuessingGuard } from './access/guessing.js';
import { StaffTokens } from './access/staff-tokens.js';
import { AuditService } from './audit/service.js';
import { BenefitService } from './benefits/service.js';
import { type Clock, systemClock } from './clock.js';
import { CompanyService } from './company/service.js';
import type { Config } from './config.js';
import { CustomerService } from './customers/service.js';
import { ConfigurationCache } from './database/configuration.js';
import { Database } from './database/database.js';
import { EventService } from './events/service.js';
import { ImportService } from './imports/service.js';
import { jobDefinitions } from './jobs/definitions.js';
import { Jobs } from './jobs/jobs.js';
import { LevelService } from './levels/service.js';
import { createLog, type Log } from './log.js';
import { MeService } from './me/service.js';
import { NotificationService } from './notifications/service.js';
import { OrderService } from './orders/service.js';
import { PointsService } from './points/service.js';
import { SegmentRuleService } from './segments/rule-service.js';
import { SavedSegmentService } from './segments/saved.js';
import { ApiKeyService } from './staff/api-keys.js';
import { StaffService } from './staff/service.js';
import { SessionService } from './staff/sessions.js';
import { SignInService } from './staff/sign-in.js';
import { ProgramService } from './tiers/program.js';
import { TierService } from './tiers/service.js';

/** What an App is made from; the clock can be moved by tests. */
export interface AppOptions {
  config: Config & { appUrl: string };
  clock?: Clock;
  log?: Log;
}

/** The house's services, each reaching the others through here; one per process, one per test. */
export class App {
  readonly config: AppOptions['config'];
  readonly clock: Clock;
  readonly log: Log;
  readonly jobs: Jobs;
  readonly configuration: ConfigurationCache;

  readonly audit = new AuditService(this);
  readonly company = new CompanyService(this);
  readonly staff = new StaffService(this);
  readonly sessions = new SessionService(this);
  readonly signIn = new SignInService(this);
  readonly apiKeys = new ApiKeyService(this);
  readonly apiKeyCheck = new ApiKeyCheck(this);
  readonly staffTokens = new StaffTokens(this);
  readonly demoIssuer = new DemoIssuer(this);
  readonly guessing = new GuessingGuard(this);
  readonly customerTokens: CustomerTokens;
  readonly notifications = new NotificationService(this);
  readonly customers = new CustomerService(this);
  readonly orders = new OrderService(this);
  readonly events = new EventService(this);
  readonly imports = new ImportService(this);
  readonly levels = new LevelService(this);
  readonly points = new PointsService(this);
  readonly tiers = new TierService(this);
  readonly program: ProgramService;
  readonly benefits = new BenefitService(this);
  readonly savedSegments = new SavedSegmentService(this);
  readonly me = new MeService(this);
  readonly segments = new SegmentRuleService(this);

  private constructor(
    options: AppOptions,
    readonly db: Database,
  ) {
    this.config = options.config;
    this.clock = options.clock ?? systemClock;
    this.log = options.log ?? createLog(options.config.logLevel);
    this.configuration = new ConfigurationCache(options.config.appUrl, this.log);
    this.jobs = new Jobs(options.config.appUrl, this.log);
    this.program = new ProgramService(this);
    this.customerTokens = new CustomerTokens(this);
  }

  /** Opens the database and makes the services; the database must be migrated. */
  static async open(options: AppOptions): Promise<App> {
    const { appUrl, poolSize, production } = options.config;
    const app = new App(options, await Database.open({ appUrl, poolSize, strict: !production }));
    await app.configuration.start();
    app.jobs.define(jobDefinitions(app));
    return app;
  }

  /** Begins background work; needs the company's settings, so only after the first set-up. */
  async startJobs(options: { workers: boolean }): Promise<void> {
    const { timeZone } = await this.company.settings();
    await this.jobs.start({ workers: options.workers, timeZone });
  }

  async close(): Promise<void> {
    await this.jobs.stop();
    await this.configuration.close();
    await this.db.close();
  }
}
