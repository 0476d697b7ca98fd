import { UserErrorCode } from '../../schema/common/user-error.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import { Params } from '../database/params.js';
import { AppError, notFound } from '../graphql/errors.js';
import { type SegmentRow, segmentLoader } from './saved-rows.js';
import { rulesInForce } from './scope.js';

const FEWEST = 2;
const MOST = 5;

/** The segments to be compared; throws BAD_USER_INPUT for too few or too many, NOT_FOUND for one that does not exist. */
export async function segmentsToCompare(app: App, ids: string[]): Promise<SegmentRow[]> {
  const different = [...new Set(ids.map((id) => id.toLowerCase()))];
  if (different.length < FEWEST || different.length > MOST) {
    const message = `${FEWEST} to ${MOST} different segments.`;
    throw new AppError('BAD_USER_INPUT', message, {
      field: 'ids',
      userErrors: [{ field: 'ids', code: UserErrorCode.OUT_OF_RANGE, message }],
    });
  }
  const loader = segmentLoader(app);
  return Promise.all(
    different.map(async (id) => {
      const segment = isId(id) ? await loader.load(id) : null;
      if (!segment) {
        throw notFound('segment');
      }
      return segment;
    }),
  );
}

/** How many customers each of the segments has, each two have, and all have together; one statement over their members. */
export async function overlapOf(app: App, segments: SegmentRow[], signal: AbortSignal | undefined) {
  const params = new Params();
  const parts: string[] = [];
  for (const [i, segment] of segments.entries()) {
    const members = await app.segments.membersSql(await rulesInForce(app, segment, null), params, { asOf: null });
    parts.push(`select customer_id, ${1 << i} as bit from (${members}) m${i}`);
  }
  const groups = await app.db.slow.rows<{ mask: number; n: number }>(
    `select mask, count(*)::int as n
       from (select customer_id, sum(bit)::int as mask from (${parts.join(' union all ')}) p group by customer_id) x
      group by mask`,
    params.values,
    { signal },
  );
  const having = (mask: number) =>
    groups.reduce((sum, group) => ((group.mask & mask) === mask ? sum + group.n : sum), 0);
  return {
    sizes: segments.map((segment, i) => ({ segment, members: having(1 << i) })),
    pairs: segments.flatMap((a, i) =>
      segments.slice(i + 1).map((b, j) => ({ a, b, both: having((1 << i) | (1 << (i + 1 + j))) })),
    ),
    all: having((1 << segments.length) - 1),
  };
}
