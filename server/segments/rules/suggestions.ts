import { SegmentSuggestion } from '../../../schema/segments/enums.js';
import type { SegmentField } from '../../../schema/segments/field.js';
import type { App } from '../../app.js';
import { badInput } from '../../graphql/errors.js';
import { escapeLike, searchText } from '../../graphql/validate.js';
import { CATALOGUE } from '../catalogue/catalogue.js';

const MOST = 100;

/** Each value of an indexed column once, by jumping from one to the next: there are few, however many rows have them. */
const leap = (table: string, column: string) => `
  with recursive leap (value) as (
    (select ${column} from ${table} where ${column} is not null order by ${column} limit 1)
    union all
    select (select ${column} from ${table} where ${column} > leap.value order by ${column} limit 1)
      from leap where leap.value is not null)
  select value from leap`;

const PRODUCTS = { SKU: leap('order_line', 'sku'), CATEGORY: leap('order_line', 'category') };

/** Values in use that contain a text, in order; those that begin with it come first. */
export async function suggestions(
  app: App,
  field: SegmentField,
  of: SegmentSuggestion,
  q: string,
  first: number,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  if (first < 1 || first > MOST) {
    throw badInput('first', `Between 1 and ${MOST}.`);
  }
  const text = escapeLike(searchText('q', q));
  const { suggest, productScoped } = CATALOGUE[field];
  const values = of === SegmentSuggestion.VALUE ? suggest : productScoped && PRODUCTS[of];
  if (!values) {
    return [];
  }
  const rows = await app.db.slow.rows<{ value: string }>(
    `select value from (${values}) x where value <> '' and value ilike $1
      order by value not ilike $2, value limit $3`,
    [`%${text}%`, `${text}%`, first],
    { signal },
  );
  return rows.map(({ value }) => value);
}
