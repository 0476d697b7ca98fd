import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { StaffRole } from '../../schema/staff/enums.js';
import { makePerson } from '../staff/support.js';
import { goTo, type PanelTest, settled, signInOn, startPanel } from '../support/browser.js';
import { asAdmin, HOSTILE } from './support.js';

let panel: PanelTest;

beforeAll(async () => {
  panel = await startPanel();
}, 120_000);
afterAll(() => panel?.close());

test('a wrong password is said at the password, and the guess after too many is refused', async () => {
  const { email } = await makePerson(panel.t);
  const page = await panel.open({ language: 'en' });
  await page.locator('input[name=email]').fill(email);
  const said = page.locator('.MuiFormHelperText-root.Mui-error');
  for (let guess = 0; guess < 20; guess += 1) {
    await page.locator('input[name=password]').fill(`guess ${guess}`);
    const answer = page.waitForResponse((response) => response.url().endsWith('/graphql'));
    await page.locator('button[type=submit]').click();
    await answer;
    await said.first().waitFor();
    if (guess === 0) expect(await said.allTextContents()).toEqual(['E-mail or password is wrong']);
    if ((await said.first().textContent())?.startsWith('Too many')) break;
  }
  expect(await said.first().textContent()).toMatch(/^Too many attempts/);
});

test('the language is switched with one button and kept over a reload; the session is too', async () => {
  const { page } = await panel.openAs(StaffRole.ADMIN, { language: 'en' });
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'Hello' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: '您好' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: '您好' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
});

test('a role sees its own rooms: an analyst neither staff nor keys, nor a button that changes a customer', async () => {
  const people = [{ externalId: 'a1', name: '陈静', phone: '13911112222' }];
  const ingest = 'mutation ($input: CustomersIngestInput!) { customersIngest(input: $input) { counts { created } } }';
  await asAdmin(panel.t, ingest, { input: { source: 'shop', customers: people } });
  const { customers } = await asAdmin(panel.t, '{ customers(first: 1) { nodes { id } } }');
  const { page } = await panel.openAs(StaffRole.ANALYST, { language: 'en' });
  await settled(page);
  const menu = await page.getByRole('menuitem').allTextContents();
  expect(menu).toEqual(expect.arrayContaining(['Customers', 'Orders', 'Imports']));
  expect(menu).not.toEqual(expect.arrayContaining(['Staff']));
  expect(menu).not.toEqual(expect.arrayContaining(['API keys']));
  await goTo(page, `/customers/${customers.nodes[0].id}/show`);
  await page.getByRole('heading', { level: 1, name: '陈静' }).waitFor();
  for (const name of ['Grant tier', 'Adjust points', 'Erase', 'Reveal', 'Edit']) {
    expect(await page.getByRole('button', { name }).count()).toBe(0);
  }
});

test('an expired access token is renewed behind the scenes, once for all that ask', async () => {
  const { page } = await panel.openAs(StaffRole.ADMIN, { language: 'en' });
  await settled(page);
  panel.t.clock.advanceDays(15 / 1440);
  let renewals = 0;
  page.on('request', (request) => {
    if (request.postData()?.includes('sessionRefresh')) renewals += 1;
  });
  await goTo(page, '/customers');
  await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
  await settled(page);
  expect(renewals).toBe(1);
  expect(await page.locator('input[name=email]').count()).toBe(0);
});

test('names that would run in a careless panel are shown as the text they are', async () => {
  const people = HOSTILE.map((name, at) => ({ externalId: `h${at}`, name }));
  const ingest = 'mutation ($input: CustomersIngestInput!) { customersIngest(input: $input) { counts { created } } }';
  await asAdmin(panel.t, ingest, { input: { source: 'shop', customers: people } });
  const { page } = await panel.openAs(StaffRole.ADMIN, { language: 'en' });
  await goTo(page, '/customers');
  for (const name of HOSTILE) await page.getByText(name, { exact: true }).waitFor();
  await page.getByText(HOSTILE[0] ?? '', { exact: true }).click();
  await page.getByRole('heading', { level: 1, name: HOSTILE[0] }).waitFor();
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  expect(await page.locator('a[href^="javascript:"], img[onerror]').count()).toBe(0);
});

test('signing out ends the session: the next page asks for a password', async () => {
  const { email } = await makePerson(panel.t);
  const page = await panel.open({ language: 'en' });
  await signInOn(page, email);
  await page.getByRole('button', { name: 'Profile' }).click();
  await page.getByRole('menuitem', { name: 'Logout' }).click();
  await page.locator('input[name=email]').waitFor();
  await page.reload();
  await page.locator('input[name=email]').waitFor();
});
