import { Alert, Box, Typography } from '@mui/material';
import { minValue, required, useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { NumberInput, SelectInput } from 'react-admin';
import { get, useFormState } from 'react-hook-form';
import { enumChoices } from '../ui/choices.js';
import { Section } from '../ui/Section.js';

const SCHEDULES = enumChoices('CutoffSchedule', ['DAILY', 'WEEKLY', 'MONTHLY']);
const WHOLE = [required(), minValue(1)];
/** Bands 1 to 3 have a bound of their own; band 4 is everybody else. */
const BOUNDED = [0, 1, 2];

/** What is wrong with a whole row of bounds rather than with one of them. */
function RowError({ source }: { source: string }) {
  const translate = useTranslate();
  const { errors } = useFormState();
  const message: unknown = (get(errors, source) as { message?: unknown } | undefined)?.message;
  return typeof message === 'string' ? (
    <Alert severity="error" sx={{ mb: 1 }}>
      {translate(message)}
    </Alert>
  ) : null;
}

/** One of R, F and M: what it means, and the bounds of its first three bands. */
function Row({
  title,
  hint,
  source,
  field,
}: {
  title: string;
  hint: string;
  source: string;
  field: (at: number) => ReactNode;
}) {
  const translate = useTranslate();
  return (
    <Box role="group" aria-label={translate(title)} sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}>
      <Typography variant="subtitle1" component="h3">
        {translate(title)}
      </Typography>
      <Typography variant="body2" color="text.secondary">
        {translate(hint)}
      </Typography>
      <RowError source={source} />
      <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, minmax(0, 1fr))' } }}>
        {BOUNDED.map(field)}
      </Box>
    </Box>
  );
}

/** The bounds of the RFM bands (S1–S3). */
export function BandsEditor() {
  const translate = useTranslate();
  const bound = (label: string, at: number) => translate(label, { band: at + 1 });
  return (
    <Section title="levels.rfmBands">
      <Row
        title="enums.LevelKind.RECENCY"
        hint="levels.recencyHint"
        source="rules.recencyDays"
        field={(at) => (
          <NumberInput
            key={at}
            source={`rules.recencyDays.${at}`}
            label={bound('levels.recencyBound', at)}
            helperText={false}
            validate={WHOLE}
          />
        )}
      />
      <Row
        title="enums.LevelKind.FREQUENCY"
        hint="levels.frequencyHint"
        source="rules.frequency"
        field={(at) => (
          <Box key={at} sx={{ display: 'grid', gap: 1, gridTemplateColumns: '1fr 1fr' }}>
            <NumberInput
              source={`rules.frequency.${at}.times`}
              label={bound('levels.frequencyTimes', at)}
              helperText={false}
              validate={WHOLE}
            />
            <NumberInput
              source={`rules.frequency.${at}.days`}
              label={bound('levels.frequencyDays', at)}
              helperText={false}
              validate={WHOLE}
            />
          </Box>
        )}
      />
      <Row
        title="enums.LevelKind.MONETARY"
        hint="levels.monetaryHint"
        source="rules.monetaryShares"
        field={(at) => (
          <NumberInput
            key={at}
            source={`rules.monetaryShares.${at}`}
            label={bound('levels.monetaryBound', at)}
            helperText={false}
            step="any"
            validate={[required(), minValue(0)]}
          />
        )}
      />
      <Box sx={{ maxWidth: 340, pt: 1 }}>
        <SelectInput
          source="rules.cutoffEvery"
          label="levels.cutoffEvery"
          helperText="levels.cutoffEveryHint"
          choices={SCHEDULES}
          validate={required()}
        />
      </Box>
    </Section>
  );
}
