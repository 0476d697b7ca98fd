/** Liuke as a company runs it, except that the clock stands at the measured company's day and no workers run. */
import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { App } from '../../../server/app.js';
import { ManualClock } from '../../../server/clock.js';
import { loadConfig } from '../../../server/config.js';
import { newId } from '../../../server/database/id.js';
import { createHttp } from '../../../server/http/server.js';
import { beSubject } from '../support/subject.js';

/** Longer than any verified token is remembered. */
const FORGET_AFTER_DAYS = 0.01;

const config = loadConfig({ LOG_LEVEL: 'error', NODE_ENV: 'production', ...process.env });
const clock = new ManualClock(process.env.BENCH_NOW!);
const customerTokens = { ...JSON.parse(process.env.BENCH_ISSUER!), algorithms: ['RS256'], source: 'app' };
const appUrl = process.env.BENCH_APP_URL!;
const app = await App.open({ config: { ...config, customerTokens, appUrl, workers: false }, clock });
await app.startJobs({ workers: false });
const http = await createHttp(app);
await http.listen({ port: 0, host: '127.0.0.1' });

/** An admin with a session of the clock's moment. */
async function adminToken(): Promise<string> {
  const id = newId();
  const { accessToken } = await app.db.transaction(async (tx) => {
    await tx.run(
      `insert into staff (id, email, name, role, password_hash, created_at) values ($1, $2, 'Bench', 'ADMIN', '', $3)`,
      [id, `${id}@example.com`, clock.now()],
    );
    return app.sessions.open(tx, id, { ip: '127.0.0.1', userAgent: 'bench', requestId: 'bench' });
  });
  return accessToken;
}

beSubject(
  { port: (http.server.address() as AddressInfo).port, secrets: { admin: await adminToken() } },
  {
    forget: () => clock.advanceDays(FORGET_AFTER_DAYS),
    nextDay: async () => {
      clock.advanceDays(1);
      return adminToken();
    },
    work: () => app.jobs.drain(),
  },
);
