import { randomBytes } from 'node:crypto';
import { newDemoKey } from './access/demo-issuer.js';
import type { App } from './app.js';
import { newId } from './database/id.js';
import type { Transaction } from './database/transaction.js';
import { ensureLevelRules } from './levels/first.js';
import { installBuiltIns } from './segments/built-in.js';
import { type FirstSignIn, makeFirstStaff } from './staff/first.js';
import { applyContent } from './tiers/apply.js';
import { defaultProgram } from './tiers/default-program.js';

/** What the first start made, for the launcher to print once. */
export interface SetUpResult {
  /** False when the company existed already: nothing was done. */
  first: boolean;
  /** The first admin's sign-in, whose password is nowhere else to be read. */
  admin?: FirstSignIn;
}

/** Makes the company, its signing secrets, its first programme, its first level rules, segments and its first admin, once; safe to call at every start and from several servers. */
export async function ensureSetUp(app: App, options: { demo: boolean }): Promise<SetUpResult> {
  return app.db.transaction(async (tx) => {
    await tx.rows('select pg_advisory_xact_lock(72815)');
    const now = app.clock.now();
    await ensureLevelRules(tx, now);
    await installBuiltIns(app, tx);
    if (await tx.row('select 1 as one from company_setting')) {
      return { first: false };
    }
    await tx.run(
      `insert into company_setting (name, exchange_rates, secrets, demo, updated_at) values ($1, $2::jsonb, $3::jsonb, $4, $5)`,
      [
        options.demo ? '留客演示商城' : '我的公司',
        JSON.stringify({ USD: 7.1, EUR: 8.2, GBP: 9.3, HKD: 0.91, JPY: 0.047 }),
        JSON.stringify(await newSecrets(options)),
        options.demo,
        now,
      ],
    );
    await publishFirstProgram(tx, now);
    return { first: true, admin: await makeFirstStaff(tx, now, options) };
  });
}

async function newSecrets(options: { demo: boolean }): Promise<Record<string, string>> {
  return {
    session: randomBytes(32).toString('base64url'),
    ...(options.demo ? { demoIssuer: await newDemoKey() } : {}),
  };
}

async function publishFirstProgram(tx: Transaction, now: Date): Promise<void> {
  const content = defaultProgram();
  await applyContent(tx, content);
  await tx.run(
    `insert into program_version (id, number, status, content, created_at, updated_at, published_at)
     values ($1, 1, 'PUBLISHED', $2::jsonb, $3, $3, $3)`,
    [newId(), JSON.stringify(content), now],
  );
}
