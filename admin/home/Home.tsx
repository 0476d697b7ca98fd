import { Box } from '@mui/material';
import { useGetIdentity, useTranslate } from 'react-admin';
import { useAsk } from '../api/ask.js';
import { ProgramOverviewDocument } from '../api/generated/operations.js';
import { PageTitle } from '../ui/PageTitle.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { Figures } from './Figures.js';
import { MovesChart } from './MovesChart.js';
import { OrdersChart } from './OrdersChart.js';
import { RedemptionsChart } from './RedemptionsChart.js';
import { StagesChart } from './StagesChart.js';
import { TiersChart } from './TiersChart.js';
import { TopBenefits } from './TopBenefits.js';

/** The programme at a glance. */
export default function Home() {
  const translate = useTranslate();
  const { identity } = useGetIdentity();
  const { data, error } = useAsk('programOverview', ProgramOverviewDocument);
  const overview = data?.programOverview;
  const title = identity?.fullName ? translate('home.hello', { name: identity.fullName }) : 'home.title';
  return (
    <>
      <PageTitle title={title} lead={translate('home.lead')} />
      {error ? <Failed error={error} /> : null}
      {!overview && !error ? <Waiting lines={8} /> : null}
      {overview ? (
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'repeat(2, minmax(0, 1fr))' },
          }}
        >
          <Box sx={{ gridColumn: '1 / -1' }}>
            <Figures overview={overview} />
          </Box>
          <TiersChart overview={overview} />
          <StagesChart />
          <RedemptionsChart overview={overview} />
          <MovesChart overview={overview} />
          <OrdersChart overview={overview} />
          <TopBenefits overview={overview} />
        </Box>
      ) : null}
    </>
  );
}
