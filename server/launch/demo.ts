import 'reflect-metadata';
import pg from 'pg';
import { App, type AppOptions } from '../app.js';
import { wipe } from '../database/wipe.js';
import { ensureSetUp } from '../setup.js';

/** Whether the demo company's people and orders are there. */
type Filling = 'complete' | 'missing' | 'cut off' | 'not a demo';

/** How far the filling of the demo company has come. */
export async function demoFilling(app: App): Promise<Filling> {
  const [row] = await app.db.rows<{ demo: boolean; filled: boolean; people: boolean }>(
    `select demo, demo_filled_at is not null as filled, exists (select from customer) as people from company_setting`,
  );
  if (!row?.demo) {
    return 'not a demo';
  }
  return row.filled ? 'complete' : row.people ? 'cut off' : 'missing';
}

/**
 * Fills the demo company. Nobody is served before it is complete, so one that was cut off holds nothing of anybody's
 * and is begun anew.
 */
export async function fillDemo(
  config: AppOptions['config'] & { ownerUrl: string },
  say: (detail: string) => void,
): Promise<void> {
  const { seedDemo } = await import('../../seeds/index.js');
  let app = await App.open({ config });
  try {
    if ((await demoFilling(app)) === 'cut off') {
      await app.close();
      await wipe(config);
      app = await App.open({ config });
      await ensureSetUp(app, { demo: true });
    }
    // What is done in the past leaves work for later, and a queue must be there to take it.
    await app.startJobs({ workers: false });
    await seedDemo(app, { say });
    await app.db.rows('update company_setting set demo_filled_at = $1', [app.clock.now()]);
    await analyze(config.ownerUrl);
  } finally {
    await app.close();
  }
}

/** Tells the planner what was filled in; only the tables' owner may. */
async function analyze(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  // A sample is enough for so few rows.
  await owner.query('set default_statistics_target = 20');
  await owner.query('analyze');
  await owner.end();
}
