import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { StaffRole } from '../../schema/staff/enums.js';
import { goTo, type PanelTest, settled, startPanel } from '../support/browser.js';
import { asAdmin, type Company, fillCompany } from './support.js';

let panel: PanelTest;
let page: Page;
let company: Company;

beforeAll(async () => {
  panel = await startPanel();
  company = await fillCompany(panel.t);
  // The cut-offs of spend are computed by the first refresh.
  await asAdmin(panel.t, 'mutation { levelsRefresh(input: { cutoffs: true }) { touched userErrors { code } } }');
  ({ page } = await panel.openAs(StaffRole.MARKETING, { language: 'en' }));
}, 180_000);
afterAll(() => panel?.close());

/** How many customers the matrix shows in a square. */
const inSquare = async (square: string): Promise<number> => {
  const found = page.locator(`[data-square=${square}] > span`).first();
  return (await found.count()) === 0 ? 0 : Number(await found.textContent());
};

test('S1: thresholds are drafted, refused at the field, previewed, published, and the matrix is another one', async () => {
  // Everybody bought two days ago.
  await goTo(page, '/levels/rfm');
  const buyers = await inSquare('R1F2');
  expect(buyers).toBeGreaterThanOrEqual(29);
  expect(await inSquare('R2F2')).toBe(0);

  await goTo(page, '/levels/rules');
  await page.getByText('≤ 30 days').first().waitFor();
  await page.getByRole('button', { name: 'Edit as draft' }).click();
  const first = page.locator('input[name="rules.recencyDays.0"]');
  await first.fill('95');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.locator('.MuiFormControl-root:has(input[name="rules.recencyDays.1"]) .Mui-error').first().waitFor();
  await first.fill('1');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.getByText('Everything is saved').waitFor();

  // The preview says what publishing will do, as numbers and as a matrix.
  await page.getByRole('button', { name: 'Next step' }).click();
  await page.getByRole('button', { name: 'Compute impact' }).click();
  await page.getByText('Stay as they are', { exact: true }).waitFor();
  const recency = page.getByRole('region', { name: 'Recency' });
  const moved = await recency.locator('tbody tr', { hasText: 'R1' }).locator('td').nth(2).textContent();
  expect(Number(moved)).toBe(buyers);

  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').locator('input[name=note]').fill('Recent means yesterday');
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.waitForURL(/levels\/rules\/versions\//);
  await panel.t.app.jobs.drain();
  await page.getByText('In force', { exact: true }).waitFor();

  await goTo(page, '/levels/rfm');
  await expect(inSquare('R2F2')).resolves.toBe(buyers);
  expect(await inSquare('R1F2')).toBe(0);
  await goTo(page, '/levels/rules/versions');
  await page.getByText('Recent means yesterday').waitFor();
  await page.getByText('Superseded').first().waitFor();
}, 120_000);

test('S6: the profile tells the bands and what changed last, with the reason in words', async () => {
  await goTo(page, `/customers/${company.customerId}/show`);
  const card = page.getByRole('region', { name: 'Where they stand' });
  await card.getByText('R2 · 2–90 days').waitFor();
  await card.getByText('Recency · R1 → R2').waitFor();
  await card.getByText('other thresholds came into force').first().waitFor();
  await page.getByRole('tab', { name: 'Level history' }).click();
  await settled(page);
  const history = await page.getByRole('tabpanel').textContent();
  expect(history).toMatch(/placed an order: \d+ in all/);
});

test('S1: a square of the matrix opens the segment of its customers, as of the day that was looked at', async () => {
  await goTo(page, '/levels/rfm?monetary=1,2');
  const square = page.locator('[data-square=R2F2]');
  const chosen = await square.getAttribute('title');
  expect(chosen).toMatch(/^R2 · 2–90 days, F2/);
  await square.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/segments\/create/);
  const state = await page.evaluate(() => window.history.state.usr);
  const band = (field: string, numbers: number[]) => ({ condition: { field, operator: 'IN', numbers } });
  expect(state.record.rules).toEqual({
    join: 'ALL',
    rules: [band('RECENCY', [2]), band('FREQUENCY', [2]), band('MONETARY', [1, 2])],
  });
});

test('S4: a day in the past shows the stages of that day, and a stage leads to its customers', async () => {
  const day = new Date(panel.t.clock.now().getTime() - 40 * 86_400_000).toISOString().slice(0, 10);
  await goTo(page, `/levels/lifecycle?asOf=${day}`);
  const { lifecycleOverview } = await asAdmin(
    panel.t,
    'query ($asOf: LocalDate) { lifecycleOverview(asOf: $asOf) { stages { stage customers } } }',
    { asOf: day },
  );
  const fresh = lifecycleOverview.stages.find(({ stage }: { stage: string }) => stage === 'NEW').customers;
  expect(fresh).toBeGreaterThanOrEqual(29);
  await page.locator('.MuiCard-root', { hasText: 'New' }).getByText(String(fresh), { exact: true }).first().waitFor();
  await goTo(page, '/levels/rfm?asOf=2001-01-01');
  await page.getByText('Nobody had bought by this day').waitFor();
  await goTo(page, '/levels/lifecycle?since=2026-03-02&until=2026-03-01');
  await page.getByText('Before the first day').waitFor();
  await goTo(page, '/levels/lifecycle');
  await page.getByRole('link', { name: 'Prospect' }).click();
  await page.waitForURL(/customers\?filter=.*PROSPECT/);
});

test('S6: levels are refreshed on demand, and it is said how many changed', async () => {
  await goTo(page, '/levels/lifecycle');
  await page.getByRole('button', { name: 'Refresh levels' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Refresh levels' }).click();
  await page.getByText(/customers? changed/).waitFor();
});

test('who may only look gets the numbers without the tools', async () => {
  const { page: desk } = await panel.openAs(StaffRole.SERVICE_AGENT, { language: 'en' });
  await goTo(desk, '/levels/rfm');
  await desk.locator('[data-square=R2F2]').waitFor();
  expect(await desk.locator('a[data-square]').count()).toBe(0);
  await goTo(desk, '/levels/rules');
  expect(await desk.getByRole('button', { name: /Edit as draft|Refresh levels/ }).count()).toBe(0);
});
