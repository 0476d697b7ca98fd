import GridOn from '@mui/icons-material/GridOnOutlined';
import { Box, Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { useAsk } from '../api/ask.js';
import { RfmMatrixDocument } from '../api/generated/operations.js';
import { EmptyState } from '../ui/EmptyState.js';
import { Headline } from '../ui/Headline.js';
import { PageTitle } from '../ui/PageTitle.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { BANDS } from './codes.js';
import { averageOf, MEASURES, squaresOf, totalOf } from './matrix.js';
import { RefreshButton } from './RefreshButton.js';
import { RfmControls } from './RfmControls.js';
import { RfmGrid } from './RfmGrid.js';
import { RfmTable } from './RfmTable.js';
import { useLevels } from './useLevels.js';
import { useLevelWords } from './useLevelWords.js';
import { useShown } from './useShown.js';

/** Why the matrix is empty, and what to do about it. */
function NoBuyers({ past, counted }: { past: boolean; counted: boolean }) {
  const translate = useTranslate();
  const why = past ? 'Then' : counted ? 'Buyers' : 'Cutoffs';
  const help = counted ? (
    <Button component={Link} to="/imports/create" variant="contained">
      {translate('levels.importOrders')}
    </Button>
  ) : (
    <RefreshButton />
  );
  return (
    <Section>
      <EmptyState icon={<GridOn />} title={`levels.empty.no${why}`} hint={`levels.empty.no${why}Hint`}>
        {past ? null : help}
      </EmptyState>
    </Section>
  );
}

/** Buyers by recency and frequency, as of today or of any earlier day (S1–S3). */
export default function RfmScreen() {
  const translate = useTranslate();
  const { number, moneyWhole, localFullDay } = useFormat();
  const { param, day, set } = useShown();
  const { levels } = useLevels();
  const asOf = day('asOf');
  // The cut-offs in force are today's; an earlier day had its own.
  const words = useLevelWords(levels?.rules, asOf ? null : levels?.cutoffs);
  const measure = MEASURES.find((one) => one === param('colour')) ?? 'customers';
  const monetary = BANDS.filter((band) => (param('monetary') ?? '').split(',').includes(String(band)));
  const { data, error } = useAsk('rfmMatrix', RfmMatrixDocument, { asOf }, { costly: true });
  const matrix = data?.rfmMatrix;
  const squares = squaresOf(matrix?.cells ?? [], monetary);
  const total = totalOf(squares);
  const shown = { squares, monetary, measure, asOf, words };
  return (
    <>
      <PageTitle title="levels.rfm" lead={translate('levels.rfmLead')}>
        <RefreshButton />
      </PageTitle>
      <RfmControls asOf={asOf} measure={measure} monetary={monetary} words={words} set={set} />
      {error ? <Failed error={error} /> : null}
      {!matrix && !error ? <Waiting lines={8} /> : null}
      {matrix?.total === 0 ? <NoBuyers past={asOf !== null} counted={levels?.cutoffs !== null} /> : null}
      {matrix && matrix.total > 0 ? (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', xl: '3fr 2fr' } }}>
          <Section title="levels.matrix" note={translate('levels.onDay', { day: localFullDay(matrix.asOf) })}>
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(3, auto)', alignItems: 'end', mb: 1.5 }}>
              <Headline label="levels.customers" value={number(total.customers)} />
              <Headline label="levels.spend" value={moneyWhole(String(total.spend))} />
              <Headline label="levels.average" value={moneyWhole(String(averageOf(total) ?? 0))} />
            </Box>
            <RfmGrid {...shown} />
            <Box sx={{ mt: 1, color: 'text.secondary', fontSize: '0.8125rem' }}>{translate('levels.matrixHint')}</Box>
          </Section>
          <Section title="levels.matrixTable" flush>
            <RfmTable {...shown} />
          </Section>
        </Box>
      ) : null}
    </>
  );
}
