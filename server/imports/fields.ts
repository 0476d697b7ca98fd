import { ImportField } from '../../schema/imports/enums.js';

/** A field that a column can fill. */
interface FieldRule {
  required: boolean;
  /** Column names that mean it, in lower case without spaces and punctuation. */
  names: string[];
}

/** What the columns of an order file can mean, and by which names they are recognised. */
export const ORDER_FIELDS: Record<ImportField, FieldRule> = {
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
  [ImportField.customerExternalId]: {
    required: false,
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
  },
  [ImportField.sku]: {
    required: false,
    names: ['sku', 'stockcode', 'productcode', 'itemcode', 'productid', '商品编码', '货号', '商品编号'],
  },
  [ImportField.name]: {
    required: false,
    names: ['name', 'description', 'productname', 'itemname', 'title', '商品名称', '商品', '名称'],
  },
  [ImportField.category]: { required: false, names: ['category', 'productcategory', '类目', '分类', '品类'] },
};

/** The fields in the order of forms. */
export const FIELD_NAMES = Object.keys(ORDER_FIELDS) as ImportField[];

/** One column's meaning. */
export interface Mapping {
  field: string;
  column: string;
}

/** What the columns seem to mean by their names; each column and each field at most once. */
export function suggestMapping(columns: string[]): Mapping[] {
  const plain = columns.map((column) => column.toLowerCase().replace(/[\s_\-./()（）]/g, ''));
  return FIELD_NAMES.flatMap((field) => {
    const index = ORDER_FIELDS[field].names.map((name) => plain.indexOf(name)).find((at) => at >= 0);
    return index === undefined ? [] : [{ field, column: columns[index]! }];
  });
}
