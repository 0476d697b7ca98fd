import Cancel from '@mui/icons-material/CancelOutlined';
import CheckCircle from '@mui/icons-material/CheckCircleOutlined';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { SegmentConditionInput, SegmentJoin } from '../api/generated/operations.js';
import { useFormat } from '../ui/useFormat.js';
import type { AnsweredRule } from './builder/fromRule.js';
import { useThingNames } from './choices.js';
import { useDescribe } from './useDescribe.js';
import { useFields } from './useFields.js';

/** One judged rule, however deep the query asked. */
export interface JudgedNode {
  matches: boolean;
  join?: SegmentJoin | null;
  condition?: AnsweredRule['condition'];
  value?: string | null;
  rules?: readonly JudgedNode[] | null;
}

function Mark({ matches }: { matches: boolean }) {
  const translate = useTranslate();
  const Icon = matches ? CheckCircle : Cancel;
  return (
    <Icon
      fontSize="small"
      titleAccess={translate(matches ? 'segments.why.holds' : 'segments.why.fails')}
      sx={{ color: matches ? 'success.main' : 'error.main', mt: 0.25, flex: 'none' }}
    />
  );
}

/** The customer's own value in the reader's language; codes by their word, money and numbers as they are written. */
function useOwnValue() {
  const { text, number, money, localFullDay, locale } = useFormat();
  const { byName } = useFields();
  const things = useThingNames();
  return (condition: SegmentConditionInput, value: string) => {
    const info = byName.get(condition.field);
    if (!info) return value;
    if (info.type === 'MONEY') return money(value);
    if (info.type === 'NUMBER' && info.options.length === 0 && Number.isFinite(Number(value))) {
      return [number(Number(value)), info.unit && text(info.unit)].filter(Boolean).join(' ');
    }
    if (info.type === 'DAY' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return localFullDay(value);
    const isThing = info.type === 'TIER' || info.type === 'BENEFIT' || info.type === 'SEGMENT';
    const names = isThing ? things : new Map(info.options.map((option) => [option.value, text(option.label)]));
    if (names.size === 0) return value;
    const comma = locale === 'zh' ? '、' : ', ';
    return value
      .split(/, ?/)
      .map((one) => names.get(one) ?? one)
      .join(comma);
  };
}

/** Every condition with whether it holds and what the customer's own value is, in the shape of the rules. */
export function WhyTree({ node }: { node: JudgedNode }) {
  const translate = useTranslate();
  const describe = useDescribe();
  const ownValue = useOwnValue();
  const condition = node.condition as SegmentConditionInput | null | undefined;
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      <Mark matches={node.matches} />
      <Box sx={{ minWidth: 0, flex: 1, overflowWrap: 'anywhere' }}>
        {condition ? (
          <>
            <Typography variant="body2">{describe(condition)}</Typography>
            <Typography variant="caption" color="text.secondary">
              {node.value == null || node.value === ''
                ? translate('segments.why.noValue')
                : translate('segments.why.value', { value: ownValue(condition, node.value) })}
            </Typography>
          </>
        ) : (
          <>
            <Typography variant="body2" color="text.secondary">
              {translate(`segments.summary.${node.join ?? 'ALL'}`)}
            </Typography>
            <Box sx={{ display: 'grid', gap: 1, mt: 0.75, pl: 1, borderLeft: 1, borderColor: 'divider' }}>
              {(node.rules ?? []).map((child, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: judged rules have no other identity.
                <WhyTree key={at} node={child} />
              ))}
            </Box>
          </>
        )}
      </Box>
    </Box>
  );
}
