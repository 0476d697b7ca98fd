import { deepStrictEqual } from 'node:assert';
import { BENCH_NOW } from '../dataset/company.js';
import { type Bench, type Subject, withSubjects } from '../support/bench.js';
import { graphqlRequest, httpRequest, measure } from '../support/measure.js';
import { ask, askPlain } from '../support/once.js';
import { operationText } from '../support/operations.js';
import { comparison, ratioGoal, type Section } from '../support/report.js';
import { benchIssuer, memberTokens, randomMembers } from '../support/tokens.js';

/** The operation that the company's app sends. */
const HOME = operationText('Home');

const TOKENS = 20_000;
const COMPARED = 300;

/** As near as PostGraphile comes on the same tables: the same rows, without quotas worked out, without a token. */
const POSTGRAPHILE = `query Home($subject: String!) {
  customerIdentityBySourceAndExternalId(source: "app", externalId: $subject) { customerByCustomerId {
    rowId name
    customerStatByCustomerId {
      tierSince tierCause tierExpiresAt tierGraceUntil orderCount spend periodSpend periodPoints periodOrders
      pointsBalance pointsDebt
      tierByTierId { rowId code rank name color tierBenefitsByTierId { nodes { benefitByBenefitId {
        rowId code kind name terms howToUse quota quotaPeriod stock validUntil redeemable } } } }
    }
    pointsLotsByCustomerId(first: 50) { nodes { remaining expiresAt } }
    benefitUsagesByCustomerId(first: 50) { nodes { benefitId periodStart used } }
    benefitGrantsByCustomerId(first: 50) { nodes {
      rowId quantity used startsAt endsAt benefitByBenefitId { rowId code kind name terms howToUse redeemable } } }
  } }
}`;

/** P: the app's home screen of random members, each with a checked token. */
export async function run(bench: Bench): Promise<Section[]> {
  const { database, customers } = await bench.dataset();
  const now = new Date(BENCH_NOW);
  bench.say('signing tokens');
  const members = randomMembers(customers, TOKENS);
  const headers = memberTokens(benchIssuer(), customers, TOKENS, now).map((token) => ({
    authorization: `Bearer ${token}`,
  }));
  return withSubjects(bench, database, ['plain', 'liuke', 'postgraphile'], async ({ plain, liuke, postgraphile }) => {
    const paths = members.map((member) => `/perks?${encodeURIComponent(JSON.stringify([member, BENCH_NOW]))}`);
    for (const [i, path] of paths.slice(0, COMPARED).entries()) {
      deepStrictEqual(
        await ask(liuke, { query: HOME }, headers[i]),
        await askPlain(plain, path),
        `member ${members[i]}`,
      );
    }
    bench.say(`reading every member's rows once, so that no round measures the disk`);
    for (let from = 0; from < paths.length; from += 100) {
      await Promise.all(paths.slice(from, from + 100).map((path) => askPlain(plain, path)));
    }
    const home = headers.map((header) => graphqlRequest({ query: HOME }, header));
    const contestant = (name: string, process: Subject, requests: string[]) => ({
      name,
      port: process.ready.port,
      process,
      requests,
    });
    const measured = await measure(
      [
        contestant(
          'L, no token checked',
          plain,
          paths.map((path) => httpRequest(path, {})),
        ),
        contestant(
          'L, every token checked',
          plain,
          headers.map((header) => httpRequest('/perks-checked', header)),
        ),
        { ...contestant('Liuke, tokens seen before', liuke, home.slice(0, TOKENS / 2)), rehearse: true },
        {
          ...contestant('Liuke, every token new', liuke, home),
          before: () => liuke.ask({ command: 'forget' }),
          count: Math.floor(TOKENS / (bench.options.rounds + 1)),
        },
        contestant(
          'PostGraphile 5, no token',
          postgraphile,
          members.map((subject) => graphqlRequest({ query: POSTGRAPHILE, variables: { subject } })),
        ),
      ],
      { ...bench.options, load: bench.load },
    );
    const [bare, checked, warm, cold, foreign] = measured.map(({ perSecond }) => perSecond) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return [
      {
        title: 'P · perks home screen, one server process, random members',
        notes: [
          `RS256 tokens of ${TOKENS.toLocaleString('en')} random members. Liuke remembers a token that it has verified for five minutes at most; "new" is the first request of an app, "seen before" every other. The answers of ${COMPARED} members were compared with L's and are equal.`,
        ],
        ...comparison(measured),
        goals: [
          ratioGoal('Liuke (tokens seen before) to L without tokens', warm / bare, { least: 1.5 }),
          ratioGoal('the same, to aim past', warm / bare, { least: 2.3 }),
          ratioGoal('Liuke (every token new) to L with tokens checked', cold / checked, { least: 1.5 }),
          ratioGoal('Liuke (tokens seen before) to PostGraphile 5', warm / foreign, { least: 3 }),
        ],
      },
    ];
  });
}
