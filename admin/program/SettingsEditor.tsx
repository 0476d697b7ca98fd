import { Box } from '@mui/material';
import { minValue, required } from 'ra-core';
import { NumberInput, SelectInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { enumChoices } from '../ui/choices.js';
import { Section } from '../ui/Section.js';

const MEASURES = enumChoices('QualificationMeasure', ['SPEND', 'POINTS']);
const WINDOWS = enumChoices('QualificationWindow', ['LIFETIME', 'CALENDAR_YEAR', 'ROLLING_MONTHS']);
const DOWNGRADES = enumChoices('DowngradePolicy', ['ONE_LEVEL', 'TO_EARNED', 'NEVER']);

const whole = [required(), minValue(0)];

/** How tiers are reached and lost, and what points are worth (V1, V2). */
export function SettingsEditor() {
  const window = useWatch({ name: 'settings.window' });
  return (
    <Section title="program.settings" sx={{ mb: 2 }}>
      <Box
        sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: 'repeat(4, 1fr)' } }}
      >
        <SelectInput source="settings.measure" label="program.measure" choices={MEASURES} validate={required()} />
        <SelectInput source="settings.window" label="program.window" choices={WINDOWS} validate={required()} />
        <NumberInput
          source="settings.windowMonths"
          label="program.windowMonths"
          readOnly={window !== 'ROLLING_MONTHS'}
          validate={whole}
          min={1}
        />
        <SelectInput source="settings.downgrade" label="program.downgrade" choices={DOWNGRADES} validate={required()} />
        <NumberInput source="settings.graceDays" label="program.graceDays" validate={whole} min={0} />
        <NumberInput
          source="settings.pointsPerUnit"
          label="program.pointsPerUnit"
          validate={whole}
          min={0}
          step="any"
        />
        <NumberInput
          source="settings.pointsExpireMonths"
          label="program.pointsExpireMonths"
          helperText="program.emptyNever"
          min={1}
        />
        <NumberInput source="settings.pointsReminderDays" label="program.pointsReminderDays" validate={whole} min={0} />
        <NumberInput source="settings.reservationMinutes" label="program.reservationMinutes" validate={whole} min={1} />
        <Box sx={{ gridColumn: { lg: 'span 3' } }}>
          <TextInput source="note" label="program.note" helperText="program.noteHint" fullWidth />
        </Box>
      </Box>
    </Section>
  );
}
