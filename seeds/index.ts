import { StaffRole } from '../schema/staff/enums.js';
import { App } from '../server/app.js';
import { ManualClock } from '../server/clock.js';
import { withSetting } from '../server/config.js';
import { makeBrowsing } from './browsing.js';
import { playHistory, pushWithdrawals } from './history.js';
import { makePeople, type Person } from './people.js';
import { Random } from './random.js';
import { SegmentWork } from './segments.js';
import { makePurchases, makeReturns } from './shopping.js';
import { StaffWork } from './staff-work.js';

/** How many people the demo company knows. */
const PEOPLE = 2_000;

/**
 * Fills a company that was just set up with invented people and 18 months of their orders, dated back from now; always
 * the same but for ids; `size` is for tests, which want fewer people.
 * Everything goes through the services, with a clock that is moved along.
 */
export async function seedDemo(
  app: App,
  { say, size = PEOPLE }: { say: (words: string) => void; size?: number },
): Promise<void> {
  const now = app.clock.now();
  const random = new Random(20_260_314);
  const people = makePeople(random, now, size);
  const pairs = shareContacts(random, people);
  const purchases = makePurchases(random, now, people);
  const returns = makeReturns(random, now, purchases);
  // Chance of its own: whoever changes what people look at changes nothing that they buy.
  const browsing = makeBrowsing(new Random(20_260_315), now, people, purchases);
  const clock = new ManualClock(now);
  // A demo that is lost with the power is made anew: commits need not wait for the disk.
  const appUrl = withSetting(app.config.appUrl, 'synchronous_commit', 'off');
  const past = await App.open({ config: { ...app.config, appUrl }, clock, log: app.log });
  try {
    await dateBackProgramme(past, now);
    const work = await StaffWork.begin(past, random, people);
    const segments = new SegmentWork(past, work.as(StaffRole.MARKETING));
    await playHistory(past, clock, now, { people, purchases, returns, browsing }, async (daysAgo, daysToNext) => {
      say(daysAgo === 0 ? `${people.length} people, ${purchases.length} orders` : `${daysAgo} days ago`);
      if (daysAgo <= 60) {
        await segments.day(daysAgo);
      }
      await untilNextPush(work, clock, random, daysAgo, daysToNext);
    });
    await pushWithdrawals(past, people);
    await work.merge(pairs.slice(0, 5));
    await work.erase(people.filter(({ tags }) => tags.includes('要发票')).slice(0, 2));
    await work.draft();
  } finally {
    await past.close();
  }
}

/** The company's own work from one push to the next: once in the office, and at the till day by day. */
async function untilNextPush(
  work: StaffWork,
  clock: ManualClock,
  random: Random,
  daysAgo: number,
  daysToNext: number,
): Promise<void> {
  if (daysAgo === 86 || daysAgo === 20) {
    await work.grantTiers();
  }
  if (daysAgo > 60) {
    return;
  }
  await work.office(daysAgo);
  for (let day = 0; day < daysToNext; day++) {
    await work.till(random.int(1, 5), false);
    clock.advanceDays(1 - random.int(-60, 60) / 1_440);
  }
  if (daysAgo === 0) {
    await work.till(5, true);
  }
}

/** The programme and the thresholds of levels were in force before the first order. */
async function dateBackProgramme(app: App, now: Date): Promise<void> {
  const at = new Date(now.getTime() - 600 * 86_400_000);
  await app.db.rows(`update program_version set created_at = $1, updated_at = $1, published_at = $1`, [at]);
  await app.db.rows(`update level_version set created_at = $1, updated_at = $1, published_at = $1`, [at]);
}

/** Some people are known twice, with the same phone or e-mail in two sources (A1). Gives the pairs. */
function shareContacts(random: Random, people: Person[]): [Person, Person][] {
  const pairs: [Person, Person][] = [];
  const late = people.slice(Math.ceil(people.length / 10));
  for (const twin of random.some(late, Math.ceil(people.length / 80))) {
    const original = people[random.int(0, twin.index - late[0]!.index)]!;
    if (original.source !== twin.source) {
      Object.assign(twin, { name: original.name, gender: original.gender, city: original.city });
      Object.assign(
        twin,
        random.chance(0.7) || !original.email ? { phone: original.phone } : { email: original.email },
      );
      pairs.push([original, twin]);
    }
  }
  return pairs;
}
