import * as crypto from 'node:crypto';
import { MAX_MONEY, parseMoney } from '../../../schema/common/scalars.js';
import { UserErrorCode } from '../../../schema/common/user-error.js';
import type { OrderInput, OrderLineInput, OrderReversalInput } from '../../../schema/orders/inputs.js';
import type { CompanySettings } from '../../company/service.js';
import type { TextRule } from '../../graphql/validate.js';
import { type Checked, RowCheck } from '../../ingest/row-check.js';
import type { PreparedLine, PreparedOrder, PreparedReversal } from './prepared.js';

const NUMBER: TextRule = { min: 1, max: 100 };
const MAX_LINES = 2_000;
const MAX_QUANTITY = 10_000_000;

/** What the checks need to know of the moment and the company. */
export interface Terms {
  now: Date;
  company: CompanySettings;
}

/** Checks one pushed order; errors lie below `orders.<index>`. */
export function prepareOrder(input: OrderInput, index: number, terms: Terms): Checked<PreparedOrder> {
  const check = new OrderCheck(`orders.${index}`, terms.now);
  const number = check.text('number', input.number, NUMBER);
  const customerExternalId = check.optional('customerExternalId', input.customerExternalId, 200);
  const placedAt = check.instant('placedAt', input.placedAt);
  const updatedAt = input.updatedAt ? check.instant('updatedAt', input.updatedAt) : terms.now;
  const currency = (input.currency ?? terms.company.currency).trim().toUpperCase();
  const rate = currency === terms.company.currency ? 1 : terms.company.exchangeRates[currency];
  if (rate === undefined) {
    check.add('currency', UserErrorCode.UNKNOWN_CURRENCY, 'The company has no exchange rate for this currency.');
  }
  const amount = check.money('amount', input.amount, 0);
  const lines = prepareLines(check, input.lines ?? []);
  if (check.errors.length > 0) {
    return { errors: check.errors };
  }
  const hash = digest([customerExternalId, placedAt, currency, amount, lines]);
  const baseAmount = Math.round(amount * rate!);
  return { row: { index, number, customerExternalId, placedAt, currency, amount, baseAmount, updatedAt, lines, hash } };
}

function prepareLines(check: OrderCheck, inputs: OrderLineInput[]): PreparedLine[] {
  if (inputs.length > MAX_LINES) {
    check.add('lines', UserErrorCode.OUT_OF_RANGE, `At most ${MAX_LINES} lines.`);
    return [];
  }
  return inputs.map((input, i) => {
    const sku = check.text(`lines.${i}.sku`, input.sku, NUMBER);
    const name = check.optional(`lines.${i}.name`, input.name, 300) ?? sku;
    const category = check.optional(`lines.${i}.category`, input.category, 100);
    const unitPrice = check.money(`lines.${i}.unitPrice`, input.unitPrice, -MAX_MONEY);
    const amount = input.quantity * unitPrice;
    if (Math.abs(input.quantity) > MAX_QUANTITY || Math.abs(amount) > MAX_MONEY) {
      check.add(`lines.${i}.quantity`, UserErrorCode.OUT_OF_RANGE, 'The line comes to more than can be kept.');
    }
    return { sku, name, category, quantity: input.quantity, unitPrice, amount };
  });
}

/** Checks one pushed refund or cancellation; errors lie below `reversals.<index>`. */
export function prepareReversal(input: OrderReversalInput, index: number, terms: Terms): Checked<PreparedReversal> {
  const check = new OrderCheck(`reversals.${index}`, terms.now);
  const number = check.text('number', input.number, NUMBER);
  const orderNumber = check.text('orderNumber', input.orderNumber, NUMBER);
  const amount = input.amount === null || input.amount === undefined ? null : check.money('amount', input.amount, 1);
  const reason = check.optional('reason', input.reason, 500);
  const occurredAt = check.instant('occurredAt', input.occurredAt);
  if (check.errors.length > 0) {
    return { errors: check.errors };
  }
  const hash = digest([orderNumber, input.kind, amount, reason, occurredAt]);
  return { row: { index, number, orderNumber, kind: input.kind, amount, reason, occurredAt, hash } };
}

/** What a retry is known by: the same content gives the same hash. */
export function digest(content: unknown[]): string {
  return crypto.hash('sha256', JSON.stringify(content));
}

/** The checks of one row of orders: money is read from text, too. */
class OrderCheck extends RowCheck {
  /** An amount in minor units, `least` or more; 0 when it is refused. */
  money(field: string, value: string, least: number): number {
    try {
      const amount = parseMoney(value);
      if (amount >= least) {
        return amount;
      }
      this.add(field, UserErrorCode.OUT_OF_RANGE, `At least ${least / 100}.`);
    } catch (error) {
      this.add(field, UserErrorCode.INVALID, (error as Error).message);
    }
    return 0;
  }
}
