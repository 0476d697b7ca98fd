import {
  type BenefitGrantFilter,
  BenefitGrantOrderBy,
  type RedemptionFilter,
  RedemptionOrderBy,
} from '../../schema/benefits/inputs.js';
import type { Page, PageArgs } from '../../schema/common/connection.js';
import type { App } from '../app.js';
import { isId } from '../database/id.js';
import { readPage } from '../graphql/read-page.js';
import { GRANT_COLUMNS, type GrantRow, grantStatusSql, REDEMPTION_COLUMNS, type RedemptionRow } from './rows.js';

/** Conditions of a list, each with its value; an id that names nothing lets nothing through. */
class Conditions {
  readonly sql: string[] = [];
  readonly params: unknown[] = [];

  /** Adds `expression operator value` when the value is given. */
  add(expression: string, value: unknown, operator = '='): this {
    if (value !== undefined && value !== null) {
      this.sql.push(`${expression} ${operator} ${this.slot(value)}`);
    }
    return this;
  }

  id(column: string, value: string | null | undefined): this {
    return typeof value === 'string' && !isId(value) ? this.#nothing() : this.add(column, value);
  }

  slot(value: unknown): string {
    return `$${this.params.push(value)}`;
  }

  #nothing(): this {
    this.sql.push('false');
    return this;
  }
}

/** Grants of all customers, or as filtered; both orders follow an index. */
export function listGrants(
  app: App,
  page: PageArgs,
  filter: BenefitGrantFilter,
  orderBy: BenefitGrantOrderBy,
): Promise<Page<GrantRow>> {
  const where = new Conditions()
    .id('g.customer_id', filter.customerId)
    .id('g.benefit_id', filter.benefitId)
    .add('g.origin', filter.origin);
  if (filter.status) {
    where.add(grantStatusSql(`${where.slot(app.clock.now())}::timestamptz`), filter.status);
  }
  const descending = orderBy === BenefitGrantOrderBy.GRANTED_AT_DESC;
  return readPage<GrantRow>(
    app.db,
    {
      columns: GRANT_COLUMNS,
      from: 'benefit_grant g',
      conditions: where.sql,
      params: where.params,
      keys: [
        { sql: 'g.granted_at', type: 'timestamptz', descending },
        { sql: 'g.id', type: 'uuid', descending },
      ],
    },
    page,
  );
}

/** Redemptions of all customers, or as filtered; both orders follow an index. */
export function listRedemptions(
  app: App,
  page: PageArgs,
  filter: RedemptionFilter,
  orderBy: RedemptionOrderBy,
): Promise<Page<RedemptionRow>> {
  const where = new Conditions()
    .id('r.customer_id', filter.customerId)
    .id('r.benefit_id', filter.benefitId)
    .add('r.status', filter.status)
    .add('r.created_at', filter.since, '>=')
    .add('r.created_at', filter.until, '<');
  const descending = orderBy === RedemptionOrderBy.CREATED_AT_DESC;
  return readPage<RedemptionRow>(
    app.db,
    {
      columns: REDEMPTION_COLUMNS,
      from: 'redemption r',
      conditions: where.sql,
      params: where.params,
      keys: [
        { sql: 'r.created_at', type: 'timestamptz', descending },
        { sql: 'r.id', type: 'uuid', descending },
      ],
    },
    page,
  );
}
