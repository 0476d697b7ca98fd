import { Locale } from '../../schema/common/enums.js';
import { formatMoney } from '../../schema/common/scalars.js';
import { SegmentExportColumn as Column, SegmentExportContacts } from '../../schema/segments/segment-enums.js';
import { maskEmail, maskPhone } from '../customers/contact.js';

/** One column of an export: its heading in both languages and where it comes from. */
interface ColumnSpec {
  heading: Record<Locale, string>;
  /** Over `customer c`, `customer_stats s`, `tier t`; `$2` is the company's time zone, `$3` the language. Text, or null. */
  sql: string;
  /** How the cell is written, where not as it is. */
  cell?: (value: string, contacts: SegmentExportContacts) => string | null;
}

const heading = (zh: string, en: string) => ({ [Locale.zh]: zh, [Locale.en]: en });
const day = (instant: string) => `(${instant} at time zone $2)::date::text`;
const money = (value: string) => formatMoney(Number(value));
const { CLEAR } = SegmentExportContacts;

/** All that an export can hold. */
const COLUMNS: Record<Column, ColumnSpec> = {
  NAME: { heading: heading('姓名', 'Name'), sql: 'c.name' },
  PHONE: {
    heading: heading('手机', 'Phone'),
    sql: 'c.phone',
    cell: (phone, contacts) => (contacts === CLEAR ? phone : maskPhone(phone)),
  },
  EMAIL: {
    heading: heading('邮箱', 'E-mail'),
    sql: 'c.email',
    cell: (email, contacts) => (contacts === CLEAR ? email : maskEmail(email)),
  },
  GENDER: { heading: heading('性别', 'Gender'), sql: 'c.gender' },
  BIRTHDAY: { heading: heading('生日', 'Birthday'), sql: 'c.birthday::text' },
  CITY: { heading: heading('城市', 'City'), sql: 'c.city' },
  LOCALE: { heading: heading('语言', 'Language'), sql: 'c.locale' },
  PREFERRED_CHANNEL: { heading: heading('首选渠道', 'Preferred channel'), sql: 'c.preferred_channel' },
  TAGS: { heading: heading('标签', 'Tags'), sql: `array_to_string(c.tags, '; ')` },
  INTERESTS: { heading: heading('兴趣', 'Interests'), sql: `array_to_string(c.interests, '; ')` },
  EXTERNAL_IDS: {
    heading: heading('外部编号', 'External ids'),
    sql: `(select string_agg(i.source || ':' || i.external_id, '; ' order by i.source, i.external_id)
             from customer_identity i where i.customer_id = c.id)`,
  },
  REGISTERED_ON: { heading: heading('注册日期', 'Registered on'), sql: day('c.registered_at') },
  TIER: { heading: heading('会员等级', 'Tier'), sql: 't.name ->> $3' },
  STAGE: { heading: heading('生命周期', 'Lifecycle stage'), sql: 's.stage' },
  VALUE_SEGMENT: { heading: heading('价值分层', 'Value segment'), sql: 's.value_segment' },
  RFM_SCORE: {
    heading: heading('RFM 评分', 'RFM score'),
    sql: `((5 - s.recency)::text || (5 - s.frequency)::text || (5 - s.monetary)::text)`,
  },
  ORDER_COUNT: { heading: heading('订单数', 'Orders'), sql: 's.order_count::text' },
  SPEND: { heading: heading('累计消费', 'Spend'), sql: 's.spend::text', cell: money },
  AVERAGE_ORDER_VALUE: {
    heading: heading('客单价', 'Average order value'),
    sql: 'case when s.order_count > 0 then round(s.spend::numeric / s.order_count)::text end',
    cell: money,
  },
  FIRST_ORDER_ON: { heading: heading('首单日期', 'First order on'), sql: day('s.first_order_at') },
  LAST_ORDER_ON: { heading: heading('末单日期', 'Last order on'), sql: day('s.last_order_at') },
  POINTS_BALANCE: { heading: heading('积分余额', 'Points'), sql: 's.points_balance::text' },
};

/** The columns of an export that names none. */
export const USUAL_COLUMNS: Column[] = [
  Column.NAME,
  Column.PHONE,
  Column.EMAIL,
  Column.CITY,
  Column.TIER,
  Column.STAGE,
  Column.VALUE_SEGMENT,
  Column.ORDER_COUNT,
  Column.SPEND,
  Column.LAST_ORDER_ON,
];

/** The cells of the first line. */
export function headings(columns: Column[], locale: Locale): string[] {
  return [
    locale === Locale.zh ? '客户编号' : 'Customer id',
    ...columns.map((column) => COLUMNS[column].heading[locale]),
  ];
}

/** The statement that reads customers for an export: those of `$1` (uuid[]) that are in use, in the order of their ids. */
export function rowsSql(columns: Column[]): string {
  const cells = columns.map((column) => `(${COLUMNS[column].sql})`).join(', ');
  // Each of the values is named, so that PostgreSQL knows their types whatever the columns are.
  return `select c.id, array[${cells}]::text[] as cells
    from customer c
    join customer_stats s on s.customer_id = c.id
    left join tier t on t.id = s.tier_id
   where c.id = any($1::uuid[]) and c.status = 'ACTIVE' and $2::text is not null and $3::text is not null
   order by c.id`;
}

/** The cells of one customer's line. */
export function cellsOf(
  columns: Column[],
  contacts: SegmentExportContacts,
  row: { id: string; cells: (string | null)[] },
): string[] {
  const cells = row.cells.map((value, i) => {
    const write = COLUMNS[columns[i]!].cell;
    return (value !== null && write ? write(value, contacts) : value) ?? '';
  });
  return [row.id, ...cells];
}
