import Timeline from '@mui/icons-material/TimelineOutlined';
import { Box, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useAsk } from '../api/ask.js';
import { LifecycleFlowDocument } from '../api/generated/operations.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Section } from '../ui/Section.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { LEVEL_KINDS } from './codes.js';
import { DayField } from './DayField.js';
import { FlowChart } from './FlowChart.js';
import { FlowMoves } from './FlowMoves.js';
import { FLOW_PERIODS, type FlowShown, flowShown, isReversed } from './flow.js';
import { useShown } from './useShown.js';

function FlowControls({ shown, set }: { shown: FlowShown; set: (name: string, value: string | null) => void }) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 2 }}>
      <TextField
        select
        label={translate('levels.kind')}
        value={shown.kind}
        onChange={(event) => set('kind', event.target.value)}
        sx={{ m: 0, width: 150 }}
      >
        {LEVEL_KINDS.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {translate(`enums.LevelKind.${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={translate('levels.period')}
        value={shown.per}
        onChange={(event) => set('per', event.target.value)}
        sx={{ m: 0, width: 120 }}
      >
        {FLOW_PERIODS.map((per) => (
          <MenuItem key={per} value={per}>
            {translate(`enums.FlowPeriod.${per}`)}
          </MenuItem>
        ))}
      </TextField>
      <DayField label="app.since" value={shown.since} onDay={(day) => set('since', day)} />
      <DayField
        label="app.until"
        value={shown.until}
        onDay={(day) => set('until', day)}
        error={isReversed(shown) ? 'levels.reversed' : undefined}
      />
    </Box>
  );
}

/** How many were of each level at the end of each period, and who moved from where to where. */
export function Flow({ until }: { until: string }) {
  const { param, day, set } = useShown();
  const asked = { kind: param('kind'), per: param('per'), since: day('since'), until: day('until') };
  const shown = flowShown(asked, until);
  const asking = useAsk(
    'lifecycleFlow',
    LifecycleFlowDocument,
    { ...shown },
    { costly: true, enabled: !isReversed(shown) },
  );
  const error = isReversed(shown) ? null : asking.error;
  // The last answer may be about another kind of level: it does not stand in for this one.
  const points = asking.isPlaceholderData ? undefined : asking.data?.lifecycleFlow;
  const known = points?.some(({ counts }) => counts.some(({ customers }) => customers > 0));
  return (
    <Section title="levels.flow">
      <FlowControls shown={shown} set={set} />
      {error ? <Failed error={error} /> : null}
      {asking.isFetching && !points ? <Waiting lines={6} /> : null}
      {points && !known ? (
        <EmptyState dense icon={<Timeline />} title="levels.noFlow" hint="levels.noFlowHint" />
      ) : null}
      {points && known ? (
        <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', xl: '3fr 2fr' } }}>
          <FlowChart points={points} shown={shown} />
          <FlowMoves points={points} shown={shown} />
        </Box>
      ) : null}
    </Section>
  );
}
