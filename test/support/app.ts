import type { FastifyInstance } from 'fastify';
import type { Caller, Principal } from '../../server/access/principal.js';
import { App } from '../../server/app.js';
import { ManualClock } from '../../server/clock.js';
import { type Config, loadConfig } from '../../server/config.js';
import { createHttp } from '../../server/http/server.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { graphqlClient, type TestClient } from './http.js';
import { testIssuer } from './tokens.js';

/** An app on a database and a clock of its own, also reachable over real HTTP. */
export interface TestApp {
  app: App;
  clock: ManualClock;
  database: TestDatabase;
  /** Where it listens, like http://127.0.0.1:40001. */
  url: string;
  http: FastifyInstance;
  /** Sends GraphQL over HTTP; `token` fills the Authorization header. */
  client(token?: string): TestClient;
  close(): Promise<void>;
}

/** The instant at which the tests' clock starts: a Saturday noon in Shanghai. */
export const TEST_NOW = '2026-03-14T04:00:00.000Z';

/** Starts an app for one test file; workers do not run, `app.jobs.drain()` does their work. */
export async function createTestApp(overrides: Partial<Config> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const clock = new ManualClock(TEST_NOW);
  const config = {
    ...loadConfig({ LOG_LEVEL: 'silent' }),
    workers: false,
    appUrl: database.appUrl,
    customerTokens: testIssuer,
    ...overrides,
  };
  const app = await App.open({ config: config as Config & { appUrl: string }, clock });
  await app.startJobs({ workers: false });
  const http = await createHttp(app);
  const url = await http.listen({ port: 0, host: '127.0.0.1' });
  return {
    app,
    clock,
    database,
    url,
    http,
    client: (token) => graphqlClient(url, token),
    close: async () => {
      await http.close();
      await app.close();
      await database.drop();
    },
  };
}

/** A caller for services that are tested without HTTP. */
export function callerAs(principal: Principal): Caller {
  return { principal, origin: { ip: '127.0.0.1', userAgent: 'jest', requestId: 'test' } };
}

/** Liuke itself: may do everything. */
export const asJob: Caller = callerAs({ kind: 'job', name: 'test' });
