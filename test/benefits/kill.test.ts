import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { root } from '../../server/root.js';
import { createTestApp, type TestApp } from '../support/app.js';
import { graphqlClient } from '../support/http.js';
import { customerToken } from '../support/tokens.js';
import { asked, expectExactCounts, makeMember } from './support.js';

let t: TestApp;
const children: ChildProcess[] = [];
beforeAll(async () => {
  t = await createTestApp();
});
afterAll(async () => {
  for (const child of children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await t.close();
});

async function startMortal(diesAfterCommit: boolean): Promise<{ url: string; died: Promise<unknown> }> {
  const config = { ...t.app.config, port: 0, host: '127.0.0.1', workers: false };
  const child = fork(join(root, 'test/benefits/mortal-server.mjs'), [JSON.stringify({ config, diesAfterCommit })]);
  children.push(child);
  const died = once(child, 'exit');
  const [{ url }] = (await once(child, 'message')) as [{ url: string }];
  return { url, died };
}

test('V4: killed between commit and answer, the retry finds the one redemption', async () => {
  // The other process has the machine's clock.
  t.clock.set(new Date());
  const { id, externalId } = await makeMember(t, 'gold');
  const token = await customerToken(t, externalId);
  const input = await asked(t, 'free_shipping');
  const redeem = (url: string) =>
    graphqlClient(url, token)(
      'mutation ($input: BenefitRedeemInput!) { benefitRedeem(input: $input) { redemption { id status } perk { remaining } userErrors { code } } }',
      { input },
    );
  const dying = await startMortal(true);
  await expect(redeem(dying.url)).rejects.toThrow('fetch failed');
  expect(await dying.died).toEqual([null, 'SIGKILL']);
  const kept = await t.app.db.rows<{ id: string }>('select id from redemption where customer_id = $1', [id]);
  expect(kept).toHaveLength(1);

  const living = await startMortal(false);
  for (let retry = 0; retry < 2; retry++) {
    const { data } = await redeem(living.url);
    expect(data.benefitRedeem).toEqual({
      redemption: { id: kept[0]!.id, status: 'COMMITTED' },
      perk: { remaining: 2 },
      userErrors: [],
    });
  }
  await expectExactCounts(t);
});

test('V4: an app that hangs up before the answer finds its redemption when it asks again', async () => {
  const { id, externalId } = await makeMember(t, 'gold');
  const token = await customerToken(t, externalId);
  const input = await asked(t, 'free_shipping');
  const hungUp = new AbortController();
  const query = `mutation ($input: BenefitRedeemInput!) { benefitRedeem(input: $input) { redemption { id } userErrors { code } } }`;
  const lost = fetch(`${t.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables: { input } }),
    signal: hungUp.signal,
  });
  const answers = t.client(token)(query, { input });
  hungUp.abort();
  await expect(lost).rejects.toThrow();
  const { data } = await answers;
  expect((await t.client(token)(query, { input })).data).toEqual(data);
  expect(await t.app.db.rows('select 1 from redemption where customer_id = $1', [id])).toHaveLength(1);
});
