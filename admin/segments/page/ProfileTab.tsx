import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useAsk } from '../../api/ask.js';
import { SegmentProfileOneDocument } from '../../api/generated/operations.js';
import { Headline } from '../../ui/Headline.js';
import { useFormat } from '../../ui/useFormat.js';
import { Failed, Waiting } from '../../ui/Waiting.js';
import type { SegmentRecord } from '../types.js';
import { type Share, SharesChart } from './SharesChart.js';

/** Who the members are beside everybody: tiers, stages, value segments, cities and what they spend (S7). */
export function ProfileTab({ segment }: { segment: SegmentRecord }) {
  const translate = useTranslate();
  const { number, moneyWhole, money, text, percent } = useFormat();
  const { data, error } = useAsk('segmentProfile', SegmentProfileOneDocument, { id: segment.id }, { costly: true });
  const profile = data?.segment?.profile;
  if (error)
    return (
      <Box sx={{ p: 2 }}>
        <Failed error={error} />
      </Box>
    );
  if (!profile) return <Waiting lines={6} />;
  const { everybody } = profile;
  const all = (value: string) => translate('segments.profile.everybodyIs', { value });
  const word = (type: string) => (code: string) => translate(`enums.${type}.${code}`);
  const shares = <R extends { members: number; everybody: number }>(
    rows: readonly R[],
    name: (row: R) => string,
  ): Share[] => rows.map((row) => ({ name: name(row), members: row.members, everybody: row.everybody }));
  const charts: [title: string, rows: Share[]][] = [
    [
      'segments.profile.byTier',
      shares(profile.byTier, ({ tier }) => (tier ? text(tier.name) : translate('app.noTier'))),
    ],
    ['segments.profile.byStage', shares(profile.byStage, ({ stage }) => word('LifecycleStage')(stage))],
    [
      'segments.profile.byValue',
      shares(profile.byValueSegment, ({ valueSegment }) => word('ValueSegment')(valueSegment)),
    ],
    ['segments.profile.byCity', shares(profile.byCity, ({ city }) => city ?? translate('segments.profile.noCity'))],
  ];
  return (
    <Box sx={{ p: 2.5, display: 'grid', gap: 3 }}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr 1fr', md: 'repeat(4, 1fr)' } }}>
        <Headline
          label="resources.segments.fields.members"
          value={number(profile.members)}
          note={translate('segments.shareOf', {
            share: percent(profile.members, everybody.customers),
            total: number(everybody.customers),
          })}
        />
        <Headline
          label="resources.customers.fields.spend"
          value={moneyWhole(profile.spend)}
          note={translate('segments.profile.shareOfSpend', {
            share: percent(Number(profile.spend), Number(everybody.spend)),
          })}
        />
        <Headline
          label="customers.averageOrder"
          value={money(profile.averageOrderValue)}
          note={all(money(everybody.averageOrderValue))}
        />
        <Headline
          label="segments.profile.ordersEach"
          value={number(ratio(profile.orders, profile.members))}
          note={all(number(ratio(everybody.orders, everybody.customers)))}
        />
      </Box>
      <Typography variant="body2" color="text.secondary">
        {translate('segments.profile.hint')}
      </Typography>
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: '1fr 1fr' } }}>
        {charts.map(([title, rows]) => (
          <SharesChart
            key={title}
            title={title}
            rows={rows}
            members={profile.members}
            everybody={everybody.customers}
          />
        ))}
      </Box>
    </Box>
  );
}

const ratio = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 100) / 100;
