import { Box, Typography } from '@mui/material';
import { required, useTranslate } from 'ra-core';
import { SelectInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { LevelKind } from '../api/generated/operations.js';
import { Section } from '../ui/Section.js';
import { BANDS } from './codes.js';
import type { LevelRules } from './types.js';
import { useLevelWords } from './useLevelWords.js';

const PARTS: [part: keyof LevelRules['highValue'], kind: LevelKind][] = [
  ['recency', 'RECENCY'],
  ['frequency', 'FREQUENCY'],
  ['monetary', 'MONETARY'],
];
const SEGMENTS: [source: string, code: string][] = [
  ['highValue', 'HIGH_VALUE'],
  ['midValue', 'MID_VALUE'],
];

/** The worst bands that still belong to the high and the mid value segment (S5), named by the bounds typed above. */
export function ValueEditor() {
  const translate = useTranslate();
  const rules: LevelRules | undefined = useWatch({ name: 'rules' });
  const words = useLevelWords(rules);
  const choices = (kind: LevelKind) => BANDS.map((band) => ({ id: band, name: words.named(kind, band) }));
  return (
    <Section title="levels.valueSegments" note={translate('levels.worstBand')}>
      {SEGMENTS.map(([source, code]) => (
        <Box key={source} role="group" aria-label={translate(`enums.ValueSegment.${code}`)} sx={{ mb: 1 }}>
          <Typography variant="subtitle1" component="h3">
            {translate(`enums.ValueSegment.${code}`)}
          </Typography>
          <Box
            sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, minmax(0, 1fr))' } }}
          >
            {PARTS.map(([part, kind]) => (
              <SelectInput
                key={part}
                source={`rules.${source}.${part}`}
                label={`enums.LevelKind.${kind}`}
                choices={choices(kind)}
                translateChoice={false}
                helperText={false}
                validate={required()}
              />
            ))}
          </Box>
        </Box>
      ))}
    </Section>
  );
}
