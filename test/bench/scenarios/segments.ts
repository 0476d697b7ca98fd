import { deepStrictEqual } from 'node:assert';
import { farPages } from '../segments/far-pages.js';
import { type MadeSegments, withSegments } from '../segments/make.js';
import { type BenchSegment, TEN } from '../segments/ten.js';
import { type Bench, type Subject, withSubjects } from '../support/bench.js';
import { type Contestant, graphqlRequest, httpRequest, type Measured, measure, median } from '../support/measure.js';
import { ask } from '../support/once.js';
import { operationText } from '../support/operations.js';
import { type Goal, ratioGoal, type Section } from '../support/report.js';

const COUNT = 'query Count($input: SegmentCountInput!) { segmentCount(input: $input) { count exact } }';
/** The operation that we publish for this. */
const PAGE = operationText('SegmentMembersBySpend');

/** Answers a round at most: the slow ones take as long as they need. */
const MOST = 20;
const MEDIAN_LIMIT = 100;
const WORST_LIMIT = 1_500;

interface Listed {
  segment: { members: { nodes: object[] } };
}

/** What was measured of one segment: [plain, Liuke]. */
interface Pair {
  segment: BenchSegment;
  members: number;
  count: Measured[];
  page: Measured[];
}

/** G: ten segments, each counted and its first page listed, beside the best hand-written SQL; and far pages. */
export async function run(bench: Bench): Promise<Section[]> {
  const dataset = await bench.dataset();
  return withSubjects(bench, dataset.database, ['plain', 'liuke'], ({ plain, liuke }) =>
    withSegments(bench, dataset.database, liuke, async (made) => {
      const pairs: Pair[] = [];
      for (const segment of TEN) {
        bench.say(segment.name);
        pairs.push(await sideBySide(bench, segment, made, { plain, liuke }));
      }
      return [ten(pairs), await farPages(bench, dataset, liuke, made)];
    }),
  );
}

async function sideBySide(
  bench: Bench,
  segment: BenchSegment,
  { ids, headers }: MadeSegments,
  { plain, liuke }: { plain: Subject; liuke: Subject },
): Promise<Pair> {
  const count = { query: COUNT, variables: { input: { rules: segment.rules(ids), exact: true } } };
  const page = { query: PAGE, variables: { id: ids[segment.name] } };
  const counted = await ask<{ segmentCount: { count: number; exact: boolean } }>(liuke, count, headers);
  const sql = { count: countSql(segment), page: pageSql(segment) };
  deepStrictEqual(counted, await askSql(plain, sql.count), segment.name);
  const { nodes } = (await ask<Listed>(liuke, page, headers)).data.segment.members;
  deepStrictEqual({ data: { segment: { members: { nodes } } } }, await askSql(plain, sql.page), segment.name);
  const race = (body: object, text: string) => {
    const contestant = (name: string, subject: Subject, request: string): Contestant => ({
      name: `${name} ${segment.name}`,
      port: subject.ready.port,
      process: subject,
      requests: [request],
      count: MOST,
    });
    return measure(
      [
        contestant('SQL', plain, httpRequest('/sql', {}, text)),
        contestant('Liuke', liuke, graphqlRequest(body, headers)),
      ],
      { ...bench.options, connections: 1, load: bench.load },
    );
  };
  const members = counted.data.segmentCount.count;
  return { segment, members, count: await race(count, sql.count), page: await race(page, sql.page) };
}

async function askSql({ ready }: Subject, text: string): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${ready.port}/sql`, { method: 'POST', body: text });
  const answer = await response.text();
  return response.ok ? JSON.parse(answer) : answer;
}

const countSql = ({ count }: BenchSegment) =>
  `select json_build_object('data', json_build_object('segmentCount', json_build_object('count', (${count}), 'exact', true)))::text as body`;

const pageSql = ({ page }: BenchSegment) => `
  select json_build_object('data', json_build_object('segment', json_build_object('members', json_build_object('nodes',
           coalesce(json_agg(json_build_object('id', c.id, 'name', c.name, 'stats', json_build_object(
             'orderCount', p.order_count, 'spend', round(p.spend / 100.0, 2)::text)) order by p.spend desc, p.customer_id desc), '[]')))))::text as body
    from (select s.customer_id, s.spend, s.order_count from ${page}
           order by s.spend desc, s.customer_id desc limit 50) p
    join customer c on c.id = p.customer_id`;

function ten(pairs: Pair[]): Section {
  // Of the medians: at a few answers a round, one slow moment would count for more than all the rest.
  const ratio = ([sql, liuke]: Measured[]) => sql!.p50 / liuke!.p50;
  const cells = ([sql, liuke]: Measured[]) => [
    sql!.p50.toFixed(1),
    liuke!.p50.toFixed(1),
    liuke!.worst.toFixed(1),
    ratio([sql!, liuke!]).toFixed(2),
  ];
  const answers = pairs.flatMap(({ count, page }) => [count[1]!, page[1]!]);
  const columns = (what: string) => [`${what}: SQL ms`, 'Liuke ms', 'worst ms', 'to SQL'];
  return {
    title: 'G · ten segments: counted exactly, and the 50 members who spent most',
    notes: [
      'One request at a time; the same numbers and people from both. SQL: the best hand-written statement, prepared and run by `pg` behind a bare HTTP server.',
      pairs.map(({ segment: { name, what } }) => `- ${name}: ${what}`).join('\n'),
    ],
    columns: ['segment', 'members', ...columns('count'), ...columns('page')],
    rows: pairs.map(({ segment, members, count, page }) => [
      segment.name,
      members.toLocaleString('en'),
      ...cells(count),
      ...cells(page),
    ]),
    goals: [
      ratioGoal('count to SQL, least', Math.min(...pairs.map(({ count }) => ratio(count))), { least: 0.7 }),
      ratioGoal('first page to SQL, least', Math.min(...pairs.map(({ page }) => ratio(page))), { least: 0.7 }),
      timeGoal('median of all answers', median(answers.map(({ p50 }) => p50)), MEDIAN_LIMIT),
      timeGoal('worst answer', Math.max(...answers.map(({ worst }) => worst)), WORST_LIMIT),
    ],
  };
}

function timeGoal(what: string, ms: number, limit: number): Goal {
  return { what, wanted: `< ${limit} ms`, got: `${ms.toFixed(0)} ms`, reached: ms < limit };
}
