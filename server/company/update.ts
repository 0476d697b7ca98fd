import { UserErrorCode } from '../../schema/common/user-error.js';
import type { CompanyUpdateInput, ExchangeRateInput } from '../../schema/company/inputs.js';
import { authorize } from '../access/authorize.js';
import type { Caller } from '../access/principal.js';
import type { App } from '../app.js';
import type { Transaction } from '../database/transaction.js';
import { versionConflict } from '../graphql/errors.js';
import { InputCheck } from '../graphql/validate.js';

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'));
const MAX_RATE = 1_000_000;
const MAX_EVENT_MONTHS = 120;

/** A row when something is kept in the company's currency or days. */
const IN_USE = `select 1 as one where exists (select from orders) or exists (select from customer_event)`;

/** The settings that people change. */
interface Editable {
  name: string;
  timeZone: string;
  currency: string;
  exchangeRates: Record<string, number>;
  /** Months by kind of data (A4). */
  retention: Record<string, number>;
  version: number;
}

/** Changes the company's settings. Orders and events are kept in its currency and its days, so these stay once there are some. */
export async function update(app: App, caller: Caller, input: CompanyUpdateInput): Promise<void> {
  authorize(caller.principal, 'COMPANY_EDIT');
  await app.db.transaction(async (tx) => {
    const { version, ...before } = (await tx.row<Editable>(
      `select name, time_zone as "timeZone", currency, exchange_rates as "exchangeRates", retention,
              version from company_setting for update`,
    ))!;
    if (version !== input.version) {
      throw versionConflict(version);
    }
    const after = await checked(tx, input, before);
    await tx.run(
      `update company_setting set name = $1, time_zone = $2, currency = $3, exchange_rates = $4::jsonb, retention = $5::jsonb,
              version = version + 1, updated_at = $6`,
      [
        after.name,
        after.timeZone,
        after.currency,
        JSON.stringify(after.exchangeRates),
        JSON.stringify(after.retention),
        app.clock.now(),
      ],
    );
    if (after.timeZone !== before.timeZone) {
      await app.events.months.reset(tx);
    }
    await app.audit.record(tx, caller, { action: 'companyUpdate', subjectType: 'Company', before, after });
    tx.afterCommit(async () => {
      app.configuration.forget('company_setting');
      if (after.timeZone !== before.timeZone) {
        await app.jobs.schedule(after.timeZone);
      }
    });
  });
}

type Values = Omit<Editable, 'version'>;

async function checked(tx: Transaction, input: CompanyUpdateInput, before: Values): Promise<Values> {
  const check = new InputCheck();
  const timeZone = input.timeZone?.trim() ?? before.timeZone;
  const currency = input.currency?.trim() ?? before.currency;
  const name = input.name == null ? before.name : check.text('name', input.name, { min: 1, max: 100 });
  if (timeZone !== before.timeZone && !(await isTimeZone(tx, timeZone))) {
    check.add('timeZone', UserErrorCode.INVALID, 'This is no IANA time zone, like Asia/Shanghai.');
  }
  if (!CURRENCIES.has(currency)) {
    check.add('currency', UserErrorCode.UNKNOWN_CURRENCY, 'This is no ISO 4217 code, like CNY.');
  }
  const fixed = (['timeZone', 'currency'] as const).filter(
    (field) => ({ timeZone, currency })[field] !== before[field],
  );
  if (fixed.length > 0 && (await tx.row(IN_USE))) {
    for (const field of fixed) {
      check.add(field, UserErrorCode.IN_USE, 'This cannot change any more: there are orders or events.');
    }
  }
  const exchangeRates = input.exchangeRates ? ratesOf(check, input.exchangeRates, currency) : before.exchangeRates;
  const retention = { ...before.retention };
  if (input.eventMonths != null) {
    retention.events = check.range('eventMonths', input.eventMonths, 1, MAX_EVENT_MONTHS);
  }
  check.done();
  return { name, timeZone, currency, exchangeRates, retention };
}

/** Both we and PostgreSQL must know the zone; PostgreSQL, unlike Intl, takes no bare offsets and no other spelling. */
async function isTimeZone(tx: Transaction, name: string): Promise<boolean> {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
  return (await tx.row('select 1 as one from pg_timezone_names where name = $1', [name])) !== undefined;
}

function ratesOf(check: InputCheck, rates: ExchangeRateInput[], own: string): Record<string, number> {
  const result: Record<string, number> = {};
  for (const [i, { currency, rate }] of rates.entries()) {
    const field = `exchangeRates.${i}.currency`;
    if (!CURRENCIES.has(currency)) {
      check.add(field, UserErrorCode.UNKNOWN_CURRENCY, 'This is no ISO 4217 code, like GBP.');
    } else if (currency === own) {
      check.add(field, UserErrorCode.INVALID, "This is the company's own currency.");
    } else if (currency in result) {
      check.add(field, UserErrorCode.TAKEN, 'This currency has a rate already.');
    }
    if (!(rate > 0 && rate <= MAX_RATE)) {
      check.add(`exchangeRates.${i}.rate`, UserErrorCode.OUT_OF_RANGE, `More than 0, at most ${MAX_RATE}.`);
    }
    result[currency] = rate;
  }
  return result;
}
