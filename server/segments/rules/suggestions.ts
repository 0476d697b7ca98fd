import { SegmentSuggestion } from '../../../schema/segments/enums.js';
import type { SegmentField } from '../../../schema/segments/field.js';
import type { App } from '../../app.js';
import { badInput } from '../../graphql/errors.js';
import { escapeLike, searchText } from '../../graphql/validate.js';
import { CATALOGUE } from '../catalogue/catalogue.js';

const MOST = 100;

/** Each SKU once, by jumping in the index from one to the next: there are few, however many lines have them. */
const SKUS = `
  with recursive leap (value) as (
    (select sku from order_line order by sku limit 1)
    union all
    select (select sku from order_line where sku > leap.value order by sku limit 1) from leap where leap.value is not null)
  select value from leap`;

/** Categories of what was sold last: they have no index, and what nobody buys any more needs no suggestion. */
const CATEGORIES = `
  select distinct category as value from (select category from order_line order by order_id desc limit 200000) sold`;

const PRODUCTS = { SKU: SKUS, CATEGORY: CATEGORIES };

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
