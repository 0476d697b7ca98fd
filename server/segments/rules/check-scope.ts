import { UserErrorCode as Code } from '../../../schema/common/user-error.js';
import type { TimeUnit } from '../../../schema/segments/enums.js';
import type { ProductScope, RelativeDays, SegmentCondition, TimeWindow } from '../../../schema/segments/rules.js';
import type { InputCheck } from '../../graphql/validate.js';
import { textFault } from './check-text.js';

const MAX_VALUES = 1000;
/** A hundred years. */
const MOST: Record<TimeUnit, number> = { DAY: 36_500, WEEK: 5200, MONTH: 1200, YEAR: 100 };

/** Checks a length of time that the operator needs, or that is taken beside it, or neither. */
export function checkRelative(
  relative: RelativeDays | null | undefined,
  when: 'needed' | 'taken' | 'refused',
  path: string,
  check: InputCheck,
): Pick<SegmentCondition, 'relative'> {
  if (!relative) {
    if (when === 'needed') {
      check.add(path, Code.REQUIRED, 'How long.');
    }
    return {};
  }
  if (when === 'refused') {
    check.add(path, Code.INVALID, 'Not taken here.');
    return {};
  }
  return { relative: lengthOf(relative, path, check) };
}

function lengthOf({ amount, unit }: RelativeDays, path: string, check: InputCheck): RelativeDays {
  check.range(`${path}.amount`, amount, 0, MOST[unit]);
  return { amount, unit };
}

/** Checks a window of days. */
export function checkWindow(
  window: TimeWindow | null | undefined,
  taken: boolean,
  path: string,
  check: InputCheck,
): Pick<SegmentCondition, 'window'> {
  const { last, since, until } = window ?? {};
  if (!last && !since && !until) {
    return {};
  }
  if (!taken) {
    check.add(path, Code.INVALID, 'Not taken here.');
  } else if (last && (since || until)) {
    check.add(path, Code.INVALID, 'Either `last`, or `since` and `until`.');
  } else if (since && until && since > until) {
    check.add(`${path}.until`, Code.OUT_OF_RANGE, 'Not before `since`.');
  }
  return last
    ? { window: { last: lengthOf(last, `${path}.last`, check) } }
    : { window: { ...(since ? { since } : {}), ...(until ? { until } : {}) } };
}

/** Checks which products count. */
export function checkProducts(
  products: ProductScope | null | undefined,
  taken: boolean,
  path: string,
  check: InputCheck,
): Pick<SegmentCondition, 'products'> {
  const clean: ProductScope = {};
  for (const list of ['skus', 'categories'] as const) {
    const values = products?.[list] ?? [];
    if (values.length === 0) {
      continue;
    }
    if (!taken || values.length > MAX_VALUES) {
      check.add(
        `${path}.${list}`,
        taken ? Code.TOO_LONG : Code.INVALID,
        taken ? '1,000 values at most.' : 'Not taken here.',
      );
      continue;
    }
    clean[list] = values;
    values.forEach((value, i) => {
      const fault = textFault(value);
      if (fault) {
        check.add(`${path}.${list}.${i}`, ...fault);
      }
    });
  }
  return clean.skus || clean.categories ? { products: clean } : {};
}
