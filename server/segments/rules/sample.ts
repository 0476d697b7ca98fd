import type { App } from '../../app.js';
import { CUSTOMER_COLUMNS, type CustomerRow } from '../../customers/rows.js';
import { Params } from '../../database/params.js';
import { badInput } from '../../graphql/errors.js';
import { compile } from './compile.js';
import type { Prepared } from './prepare.js';

const MOST = 20;

/** Some of those whom rules find: whoever is found first, in no order that means anything. */
export async function sampleMembers(
  app: App,
  { rules, facts }: Prepared,
  first: number,
  signal: AbortSignal | undefined,
): Promise<CustomerRow[]> {
  if (first < 1 || first > MOST) {
    throw badInput('first', `Between 1 and ${MOST}.`);
  }
  const params = new Params();
  const { from, where } = compile(rules, facts, { params, profile: true });
  return app.db.slow.rows<CustomerRow>(
    `select ${CUSTOMER_COLUMNS} from ${from} where ${where} limit ${params.add(first, 'int')}`,
    params.values,
    { signal },
  );
}
