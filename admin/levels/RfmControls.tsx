import { Box, Chip, MenuItem, TextField, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useId } from 'react';
import { BANDS } from './codes.js';
import { DayField } from './DayField.js';
import { MEASURES, type Measure } from './matrix.js';
import type { useLevelWords } from './useLevelWords.js';

interface RfmControlsProps {
  asOf: string | null;
  measure: Measure;
  monetary: readonly number[];
  words: ReturnType<typeof useLevelWords>;
  set: (name: string, value: string | null) => void;
}

/** The day, the meaning of the colour, and the monetary bands that are looked at. */
export function RfmControls({ asOf, measure, monetary, words, set }: RfmControlsProps) {
  const translate = useTranslate();
  const id = useId();
  const toggle = (band: number) => {
    const next = monetary.includes(band) ? monetary.filter((one) => one !== band) : [...monetary, band].sort();
    set('monetary', next.join(',') || null);
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-start', mb: 2 }}>
      <DayField label="levels.asOf" hint="levels.asOfHint" value={asOf} onDay={(day) => set('asOf', day)} />
      <TextField
        select
        label={translate('levels.colourBy')}
        value={measure}
        onChange={(event) => set('colour', event.target.value)}
        sx={{ m: 0, width: 170 }}
      >
        {MEASURES.map((one) => (
          <MenuItem key={one} value={one}>
            {translate(`levels.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <Box role="group" aria-labelledby={id}>
        <Typography id={id} variant="caption" color="text.secondary" component="div" sx={{ mb: 0.25 }}>
          {translate('levels.monetaryFilter')}
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
          {BANDS.map((band) => (
            <Chip
              key={band}
              size="small"
              component="button"
              label={`M${band} · ${words.band('MONETARY', band)}`}
              title={words.amount(band)}
              aria-pressed={monetary.includes(band)}
              color={monetary.includes(band) ? 'primary' : 'default'}
              variant={monetary.includes(band) ? 'filled' : 'outlined'}
              onClick={() => toggle(band)}
            />
          ))}
        </Box>
      </Box>
    </Box>
  );
}
