import type {
  SegmentCount,
  SegmentCountInput,
  SegmentSampleInput,
  SegmentWhy,
  SegmentWhyInput,
} from '../../schema/segments/count.js';
import type { SegmentField } from '../../schema/segments/field.js';
import type { SegmentFieldInfo } from '../../schema/segments/field-info.js';
import { authorize } from '../access/authorize.js';
import type { App } from '../app.js';
import type { CustomerRow } from '../customers/rows.js';
import type { Context } from '../graphql/context.js';

/** Rules of segments (S7): what can be asked, and asking it. */
export class SegmentRuleService {
  constructor(readonly app: App) {}

  fields(caller: Context): SegmentFieldInfo[] {
    authorize(caller.principal, 'CUSTOMER_READ');
    return [];
  }

  async fieldValues(caller: Context, _field: SegmentField, _q: string, _first: number): Promise<string[]> {
    authorize(caller.principal, 'CUSTOMER_READ');
    return [];
  }

  async count(caller: Context, _input: SegmentCountInput): Promise<SegmentCount> {
    authorize(caller.principal, 'CUSTOMER_READ');
    throw new Error('not yet');
  }

  async sample(caller: Context, _input: SegmentSampleInput): Promise<CustomerRow[]> {
    authorize(caller.principal, 'CUSTOMER_READ');
    return [];
  }

  async why(caller: Context, _input: SegmentWhyInput): Promise<SegmentWhy> {
    authorize(caller.principal, 'CUSTOMER_READ');
    throw new Error('not yet');
  }
}
