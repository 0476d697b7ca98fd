import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { StaffRole } from '../../schema/staff/enums.js';
import {
  goTo,
  type PanelTest,
  seriousViolations,
  settled,
  sidewaysScroll,
  startPanel,
  type View,
} from '../support/browser.js';
import { asAdmin, type Company, fillCompany, screensOf } from './support.js';

let panel: PanelTest;
let company: Company;

beforeAll(async () => {
  panel = await startPanel();
  company = await fillCompany(panel.t);
  const draft = 'mutation { programDraftCreate(input: {}) { programVersion { id version } userErrors { code } } }';
  const { programDraftCreate } = await asAdmin(panel.t, draft);
  const impact = 'mutation ($input: ProgramImpactInput!) { programImpact(input: $input) { userErrors { code } } }';
  const { id, version } = programDraftCreate.programVersion;
  await asAdmin(panel.t, impact, { input: { id, version } });
  const levels = 'mutation { levelDraftCreate(input: {}) { levelVersion { id } userErrors { code } } }';
  const { levelDraftCreate } = await asAdmin(panel.t, levels);
  const preview = 'mutation ($input: LevelPreviewInput!) { levelPreview(input: $input) { userErrors { code } } }';
  await asAdmin(panel.t, preview, { input: { id: levelDraftCreate.levelVersion.id } });
}, 180_000);
afterAll(() => panel?.close());

const VIEWS: View[] = [
  { language: 'zh', device: 'desktop', colors: 'light' },
  { language: 'en', device: 'phone', colors: 'dark' },
  { language: 'en', device: 'desktop', colors: 'dark' },
  { language: 'zh', device: 'phone', colors: 'light' },
];

describe.each(VIEWS)('$language on a $device, $colors', (view) => {
  test('every screen opens without an error, fits its window and violates nothing that axe calls serious', async () => {
    const problems: string[] = [];
    const signInPage = await panel.open(view);
    problems.push(...(await seriousViolations(signInPage)).map((one) => `sign-in: ${one}`));
    const { page } = await panel.openAs(StaffRole.ADMIN, view);
    await settled(page);
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`${page.url()}: ${message.text()}`);
    });
    for (const [name, path] of Object.entries(screensOf(company))) {
      await goTo(page, path);
      for (const violation of await seriousViolations(page)) problems.push(`${name}: ${violation}`);
      const sideways = await sidewaysScroll(page);
      if (sideways > 0) problems.push(`${name}: ${sideways} px wider than the window`);
      const alerts = await page.locator('.MuiAlert-standardError').allTextContents();
      problems.push(...alerts.map((text) => `${name}: ${text}`));
    }
    expect(problems).toEqual([]);
  }, 300_000);
});
