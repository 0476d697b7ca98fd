import { useMemo } from 'react';
import { useAsk } from '../../api/ask.js';
import {
  SegmentCountOfDocument,
  type SegmentRuleInput,
  SegmentSampleOfDocument,
} from '../../api/generated/operations.js';
import { useDebounced } from '../useDebounced.js';

interface Asked {
  rules: SegmentRuleInput;
  asOf: string | null;
  exact: boolean;
}

/** How long one must stand still before a count is worth asking for, in milliseconds. */
const STILL = 350;

/**
 * How many customers the rules find and some of them, asked anew when the rules stand still. A question that nobody
 * waits for any more is cancelled, in the browser and with it in the database; the last answer stays until the next.
 */
export function useLiveCount(rules: SegmentRuleInput | null, asOf: string | null, exact: boolean) {
  // The text decides: another object that says the same is no other question.
  const text = useDebounced(JSON.stringify(rules && { rules, asOf, exact }), STILL);
  const input = useMemo(() => JSON.parse(text) as Asked | null, [text]);
  const enabled = input !== null;
  const variables = { input: input as Asked };
  const count = useAsk('segmentCount', SegmentCountOfDocument, variables, { enabled, costly: true });
  const sampleInput = { input: { rules: input?.rules as SegmentRuleInput, asOf: input?.asOf, first: 10 } };
  const sample = useAsk('segmentSample', SegmentSampleOfDocument, sampleInput, {
    // The count tells first whether the rules are in order.
    enabled: enabled && count.isSuccess && !count.isPlaceholderData,
    costly: true,
  });
  const settled = JSON.stringify(rules && { rules, asOf, exact }) === text;
  return {
    count: enabled ? count.data?.segmentCount : undefined,
    sample: enabled ? sample.data?.segmentSample : undefined,
    /** Whether what is shown belongs to earlier rules. */
    stale: rules !== null && (!settled || count.isFetching || count.isPlaceholderData),
    error: settled && !count.isFetching ? count.error : null,
    sampleError: settled && !sample.isFetching ? sample.error : null,
  };
}
