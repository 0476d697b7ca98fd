import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sparticuz from '@sparticuz/chromium';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { StaffRole } from '../../schema/staff/enums.js';
import { buildPanel } from '../../server/launch/panel.js';
import { makePerson, PASSWORD } from '../staff/support.js';
import { createTestApp, type TestApp } from './app.js';
import type { SignedIn } from './tokens.js';

const require = createRequire(import.meta.url);
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const STILL = '*, *::before, *::after { transition: none !important; animation: none !important }';

/** The two places where people use the panel. */
export const VIEWPORTS = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

/** How a page is opened; Chinese on a desktop in light colours unless said otherwise. */
export interface View {
  language?: 'zh' | 'en';
  device?: keyof typeof VIEWPORTS;
  colors?: 'light' | 'dark';
}

/** An app that serves the built panel, and a Chromium to look at it. */
export interface PanelTest {
  t: TestApp;
  /** Opens the sign-in page in a browser profile of its own. */
  open(view?: View): Promise<Page>;
  /** Opens the panel as somebody of that role, made for the occasion. */
  openAs(role: StaffRole, view?: View): Promise<{ page: Page; person: SignedIn }>;
  close(): Promise<void>;
}

/** Builds the panel if it is stale, starts an app and a browser. The app's clock shows the real time, as cookies do. */
export async function startPanel(): Promise<PanelTest> {
  await buildPanel();
  const t = await createTestApp();
  t.clock.set(new Date());
  const browser = await launch();
  const contexts: BrowserContext[] = [];
  const open = async ({ language = 'zh', device = 'desktop', colors = 'light' }: View = {}) => {
    const context = await browser.newContext({
      viewport: VIEWPORTS[device],
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      colorScheme: colors,
      baseURL: t.url,
      acceptDownloads: true,
    });
    contexts.push(context);
    const page = await context.newPage();
    await page.goto('/');
    await page.locator('input[name=email]').waitFor();
    return page;
  };
  return {
    t,
    open,
    openAs: async (role, view) => {
      const person = await makePerson(t, role);
      const page = await open(view);
      await signInOn(page, person.email);
      return { page, person };
    },
    close: async () => {
      for (const context of contexts) await context.close();
      await browser.close();
      await t.close();
    },
  };
}

/** Chromium from npm: nothing is downloaded, and it runs as root. */
async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: await sparticuz.executablePath(),
    // One process for everything would take the whole browser down with one crashed page.
    args: sparticuz.args.filter((argument) => argument !== '--single-process'),
  });
}

/** Fills and sends the sign-in form, and waits for the panel. */
export async function signInOn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.locator('header').waitFor();
}

/** Goes to a screen of the panel and waits until it has got what it asked for. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${path}`);
  await settled(page);
}

/** Waits until the screen has its heading and nothing is being asked of the server any more. */
export async function settled(page: Page): Promise<void> {
  // A new screen begins to ask one frame after the address has changed, and may ask again for what it has learnt.
  for (let quiet = 0; quiet < 3; quiet += 1) {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 40))));
    if ((await page.locator('[data-busy], .RaLoading-root').count()) > 0 || (await page.locator('h1').count()) === 0) {
      quiet = -1;
    }
  }
}

/** What axe-core finds serious or critical on the page, each as one readable line. */
export async function seriousViolations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    // Transitions are half-transparent on their way; contrast is that of the end.
    await page.addStyleTag({ content: STILL });
    await page.evaluate(AXE);
  }
  const { violations } = await page.evaluate<AxeResults>("axe.run(document, { resultTypes: ['violations'] })");
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
}

/** By how many pixels the page is wider than its window. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
