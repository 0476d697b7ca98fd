import { Link } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { useAsk } from '../api/ask.js';
import { LifecycleOverviewDocument } from '../api/generated/operations.js';
import { colourOf } from '../levels/colours.js';
import { BarRows } from '../ui/BarRows.js';
import { Section } from '../ui/Section.js';
import { Failed, Waiting } from '../ui/Waiting.js';

/** How many customers are of each lifecycle stage today (S4). */
export function StagesChart() {
  const translate = useTranslate();
  const { data, error } = useAsk('lifecycleOverview', LifecycleOverviewDocument, { asOf: null });
  const rows = data?.lifecycleOverview.stages.map(({ stage, customers }) => ({
    name: translate(`enums.LifecycleStage.${stage}`),
    colour: colourOf(stage),
    count: customers,
  }));
  const more = (
    <Link component={RouterLink} to="/levels/lifecycle" variant="body2">
      {translate('levels.lifecycle')}
    </Link>
  );
  return (
    <Section title="levels.stages" actions={more}>
      {error ? <Failed error={error} /> : null}
      {!rows && !error ? <Waiting /> : null}
      {rows ? (
        <BarRows label="levels.stages" names="enums.LevelKind.STAGE" counted="levels.customers" rows={rows} />
      ) : null}
    </Section>
  );
}
