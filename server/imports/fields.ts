import { ImportField, ImportKind } from '../../schema/imports/enums.js';

/** A field that a column can fill. */
interface FieldRule {
  required: boolean;
  /** Column names that mean it, in lower case without spaces and punctuation. */
  names: string[];
}

/** The fields of one kind of file, in the order of forms. */
export type FieldRules = Partial<Record<ImportField, FieldRule>>;

const customer = {
  names: [
    'customerexternalid',
    'customerid',
    'customer',
    'memberid',
    'userid',
    '客户编号',
    '会员号',
    '会员编号',
    '客户',
  ],
};
const sku = {
  required: false,
  names: ['sku', 'stockcode', 'productcode', 'itemcode', 'productid', '商品编码', '货号', '商品编号'],
};
const category = { required: false, names: ['category', 'productcategory', '类目', '分类', '品类'] };

/** What the columns of an order file can mean, and by which names they are recognised. */
const ORDER_FIELDS: FieldRules = {
  [ImportField.number]: {
    required: true,
    names: [
      'number',
      'orderno',
      'ordernumber',
      'orderid',
      'order',
      'invoiceno',
      'invoice',
      '订单号',
      '订单编号',
      '单号',
    ],
  },
  [ImportField.placedAt]: {
    required: true,
    names: ['placedat', 'orderdate', 'orderedat', 'createdat', 'invoicedate', 'date', '下单时间', '订单时间', '日期'],
  },
  [ImportField.quantity]: { required: true, names: ['quantity', 'qty', 'count', '数量', '件数'] },
  [ImportField.unitPrice]: { required: true, names: ['unitprice', 'price', 'itemprice', '单价', '价格'] },
  [ImportField.customerExternalId]: { required: false, ...customer },
  [ImportField.sku]: sku,
  [ImportField.name]: {
    required: false,
    names: ['name', 'description', 'productname', 'itemname', 'title', '商品名称', '商品', '名称'],
  },
  [ImportField.category]: category,
};

/** What the columns of a file of events can mean. */
const EVENT_FIELDS: FieldRules = {
  [ImportField.id]: { required: true, names: ['id', 'eventid', 'eventno', 'logid', '事件编号', '编号'] },
  [ImportField.kind]: {
    required: true,
    names: ['kind', 'event', 'eventtype', 'type', 'action', '事件', '行为', '类型'],
  },
  [ImportField.customerExternalId]: { required: true, ...customer },
  [ImportField.at]: {
    required: true,
    names: ['at', 'time', 'eventtime', 'timestamp', 'occurredat', 'createdat', 'date', '时间', '发生时间'],
  },
  [ImportField.sku]: sku,
  [ImportField.category]: category,
  [ImportField.detail]: { required: false, names: ['detail', 'details', 'keyword', 'note', '详情', '关键词', '备注'] },
};

/** The fields of each kind of file. */
export const FIELDS: Record<ImportKind, FieldRules> = {
  [ImportKind.ORDERS]: ORDER_FIELDS,
  [ImportKind.EVENTS]: EVENT_FIELDS,
};

/** The names of a kind's fields, in the order of forms. */
export const fieldNames = (kind: ImportKind) => Object.keys(FIELDS[kind]) as ImportField[];

/** One column's meaning. */
export interface Mapping {
  field: string;
  column: string;
}

/** What the columns seem to mean by their names; each column and each field at most once. */
export function suggestMapping(kind: ImportKind, columns: string[]): Mapping[] {
  const plain = columns.map((column) => column.toLowerCase().replace(/[\s_\-./()（）]/g, ''));
  return fieldNames(kind).flatMap((field) => {
    const index = FIELDS[kind][field]!.names.map((name) => plain.indexOf(name)).find((at) => at >= 0);
    return index === undefined ? [] : [{ field, column: columns[index]! }];
  });
}
