import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useAsk } from '../api/ask.js';
import { LifecycleOverviewDocument } from '../api/generated/operations.js';
import { PageTitle } from '../ui/PageTitle.js';
import { useFormat } from '../ui/useFormat.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { DayField } from './DayField.js';
import { Flow } from './Flow.js';
import { RefreshButton } from './RefreshButton.js';
import { StageCards } from './StageCards.js';
import { useShown } from './useShown.js';
import { ValueSegments } from './ValueSegments.js';

/** Stages and value segments on a day, and how customers moved between levels over time (S4, S5). */
export default function Lifecycle() {
  const translate = useTranslate();
  const { localFullDay } = useFormat();
  const { day, set } = useShown();
  const asOf = day('asOf');
  const { data, error } = useAsk('lifecycleOverview', LifecycleOverviewDocument, { asOf }, { costly: true });
  const overview = data?.lifecycleOverview;
  const lead = overview
    ? translate('levels.onDay', { day: localFullDay(overview.asOf) })
    : translate('levels.lifecycleLead');
  return (
    <>
      <PageTitle title="levels.lifecycle" lead={lead}>
        <Box sx={{ pt: 1 }}>
          <DayField label="levels.asOf" hint="levels.asOfHint" value={asOf} onDay={(value) => set('asOf', value)} />
        </Box>
        <RefreshButton />
      </PageTitle>
      {error ? <Failed error={error} /> : null}
      {!overview && !error ? <Waiting lines={6} /> : null}
      {overview ? (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <StageCards stages={overview.stages} asOf={asOf} />
          <ValueSegments overview={overview} asOf={asOf} />
          <Flow until={overview.asOf} />
        </Box>
      ) : null}
    </>
  );
}
