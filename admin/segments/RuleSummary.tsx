import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { SegmentConditionInput } from '../api/generated/operations.js';
import type { AnsweredRule } from './builder/fromRule.js';
import { useDescribe } from './useDescribe.js';

/** Rules in plain words, as nested lists. */
export function RuleSummary({ rule }: { rule: AnsweredRule }) {
  const describe = useDescribe();
  return (
    <Box sx={{ fontSize: '0.875rem', overflowWrap: 'anywhere' }}>
      <Part rule={rule} describe={describe} />
    </Box>
  );
}

interface PartProps {
  rule: AnsweredRule;
  describe: (condition: SegmentConditionInput) => string;
}

function Part({ rule, describe }: PartProps) {
  const translate = useTranslate();
  if (rule.condition) return <>{describe(rule.condition as SegmentConditionInput)}</>;
  const join = rule.join ?? 'ALL';
  const [only, ...others] = rule.rules ?? [];
  if (only && others.length === 0 && join !== 'NONE') return <Part rule={only} describe={describe} />;
  return (
    <>
      <Typography component="span" variant="body2" color="text.secondary">
        {translate(`segments.summary.${only ? join : 'EMPTY'}`)}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, '& li': { my: 0.25 } }}>
        {(rule.rules ?? []).map((child, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rules of a summary have no other identity.
          <li key={at}>
            <Part rule={child} describe={describe} />
          </li>
        ))}
      </Box>
    </>
  );
}
