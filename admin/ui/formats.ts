/** A text of the programme in both languages. */
export interface Bilingual {
  zh: string;
  en: string;
}

const NONE = '–';

/** Every way the panel writes a value, for one language, time zone and currency. */
export function formats(locale: 'zh' | 'en', timeZone: string, currency: string) {
  const tag = locale === 'zh' ? 'zh-CN' : 'en-GB';
  const number = new Intl.NumberFormat(tag);
  const compact = new Intl.NumberFormat(tag, { notation: 'compact', maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(tag, { timeZone, year: 'numeric', month: 'short', day: 'numeric' });
  const minute = new Intl.DateTimeFormat(tag, {
    timeZone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const time = new Intl.DateTimeFormat(tag, { timeZone, hour: '2-digit', minute: '2-digit' });
  const money = (code: string, whole: boolean) =>
    new Intl.NumberFormat(tag, {
      style: 'currency',
      currency: code,
      currencyDisplay: 'narrowSymbol',
      ...(whole && { maximumFractionDigits: 0 }),
    });
  const compactMoney = new Intl.NumberFormat(tag, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    notation: 'compact',
    maximumSignificantDigits: 3,
  });
  const ownMoney = money(currency, false);
  const ownWhole = money(currency, true);
  // Money is a decimal string: Intl takes it as it is, without the rounding of a float.
  const decimal = (value: string) => value as unknown as number;
  return {
    locale,
    timeZone,
    currency,
    number: (value?: number | null) => (value == null ? NONE : number.format(value)),
    compact: (value: number) => compact.format(value),
    percent: (part: number, whole: number) => (whole === 0 ? NONE : percent.format(part / whole)),
    money: (value?: string | null, code?: string) =>
      value == null ? NONE : (code && code !== currency ? money(code, false) : ownMoney).format(decimal(value)),
    /** An amount where there is little room: "¥1.2万". */
    compactMoney: (value: number) => compactMoney.format(value),
    moneyWhole: (value?: string | null) => (value == null ? NONE : ownWhole.format(decimal(value))),
    /** An instant as its day in the company's time zone. */
    day: (instant?: string | null) => (instant ? day.format(new Date(instant)) : NONE),
    /** The time of day of an instant. */
    time: (instant?: string | null) => (instant ? time.format(new Date(instant)) : NONE),
    minute: (instant?: string | null) => (instant ? minute.format(new Date(instant)) : NONE),
    /** A company day (yyyy-MM-dd) in words; it has no time zone to shift by. */
    localDay: (date?: string | null) =>
      date
        ? new Intl.DateTimeFormat(tag, { timeZone: 'UTC', month: 'short', day: 'numeric' }).format(new Date(date))
        : NONE,
    localFullDay: (date?: string | null) =>
      date ? new Intl.DateTimeFormat(tag, { timeZone: 'UTC', dateStyle: 'medium' }).format(new Date(date)) : NONE,
    text: (value?: Bilingual | null) => (value ? value[locale] || value.zh || value.en : NONE),
  };
}

export type Formats = ReturnType<typeof formats>;
