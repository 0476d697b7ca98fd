import { MAX_MONEY } from '../../../schema/common/scalars.js';
import { ImportField } from '../../../schema/imports/enums.js';
import { isStorable } from '../../graphql/validate.js';
import type { Mapping } from '../fields.js';
import { parseDecimal, parseWhen, type When } from './parse.js';
import { type ReasonCode, SPECIAL_CODES } from './reasons.js';

/** A line that was understood; money in the file's currency. */
export interface OrderFileLine {
  number: string;
  /** Null: known to be anonymous. */
  customer: string | null;
  when: When;
  sku: string;
  name: string;
  category: string | null;
  quantity: number;
  /** Minor units, rounded. */
  unitPrice: number;
  /** Minor units, rounded; below zero for credits and discounts. */
  amount: number;
  /** 1/10000 of the unit, exactly. */
  exact: number;
}

/** What one line of the file is: a line of an order or a credit, or left out. */
export type ReadLine = { line: OrderFileLine } | { reason: ReasonCode; exact: number | null };

/** Reads the cells of a file whose columns were mapped. */
export class LineReader {
  readonly #index: Partial<Record<ImportField, number>> = {};
  readonly #width: number;
  readonly #latest: number;

  /** @param now lines of more than a day later lie in the future */
  constructor(columns: string[], mapping: Mapping[], now: Date) {
    this.#width = columns.length;
    this.#latest = now.getTime() + 86_400_000;
    for (const { field, column } of mapping) {
      this.#index[field as ImportField] = columns.indexOf(column);
    }
  }

  /** What one record is; every fault and every kind of line that is no sale has its reason. */
  read(cells: string[]): ReadLine {
    const quantity = parseDecimal(this.#cell(cells, ImportField.quantity));
    const price = parseDecimal(this.#cell(cells, ImportField.unitPrice));
    const exact = quantity === null || price === null ? null : (quantity / 10_000) * price;
    const reason = this.#fault(cells, quantity, price, exact);
    if (reason) {
      return { reason, exact: exact !== null && Number.isSafeInteger(exact) ? exact : null };
    }
    return this.#sort(cells, quantity! / 10_000, price!, exact!);
  }

  #cell(cells: string[], field: ImportField): string {
    return cells[this.#index[field] ?? -1]?.trim() ?? '';
  }

  #fault(cells: string[], quantity: number | null, price: number | null, exact: number | null): ReasonCode | undefined {
    if (cells.length !== this.#width) {
      return 'WRONG_COLUMN_COUNT';
    }
    if (cells.some((cell) => cell.length > 1000 || !isStorable(cell) || cell.includes('\ufffd'))) {
      return 'BAD_TEXT';
    }
    const number = this.#cell(cells, ImportField.number);
    if (number === '') {
      return 'NUMBER_MISSING';
    }
    const { sku, customerExternalId, name, category } = ImportField;
    const tooLong = (field: ImportField, max: number) => this.#cell(cells, field).length > max;
    if (
      number.length > 100 ||
      tooLong(sku, 100) ||
      tooLong(customerExternalId, 200) ||
      tooLong(name, 300) ||
      tooLong(category, 100)
    ) {
      return 'BAD_TEXT';
    }
    if (quantity === null || quantity % 10_000 !== 0) {
      return 'BAD_QUANTITY';
    }
    if (price === null) {
      return 'BAD_PRICE';
    }
    if (Math.abs(quantity) > 1e11 || Math.abs(exact!) > MAX_MONEY * 100) {
      return 'OUT_OF_RANGE';
    }
    const when = parseWhen(this.#cell(cells, ImportField.placedAt));
    if (!when) {
      return 'BAD_DATE';
    }
    return when.approximate > this.#latest ? 'FUTURE_DATE' : undefined;
  }

  #sort(cells: string[], quantity: number, price: number, exact: number): ReadLine {
    const customer = withoutFraction(this.#cell(cells, ImportField.customerExternalId)) || null;
    const name = this.#cell(cells, ImportField.name);
    const sku = this.#cell(cells, ImportField.sku) || name || '-';
    const special = SPECIAL_CODES.find((one) => one.sku.test(sku) && one.name.test(name));
    if (special?.skip) {
      return { reason: special.skip, exact };
    }
    if (exact === 0 && (quantity <= 0 || customer === null)) {
      return { reason: 'STOCK_MOVEMENT', exact };
    }
    return {
      line: {
        number: this.#cell(cells, ImportField.number),
        customer,
        when: parseWhen(this.#cell(cells, ImportField.placedAt))!,
        sku,
        name: name || sku,
        category: this.#cell(cells, ImportField.category) || special?.category || null,
        quantity,
        unitPrice: toMinor(price),
        amount: toMinor(exact),
        exact,
      },
    };
  }
}

/** 1/10000 of a unit as 1/100, halves away from zero. */
function toMinor(exact: number): number {
  return Math.sign(exact) * Math.round(Math.abs(exact) / 100);
}

/** Spreadsheets write the customer 17850 as 17850.0. */
export function withoutFraction(id: string): string {
  return /^\d+\.0+$/.test(id) ? id.slice(0, id.indexOf('.')) : id;
}
