import { Box } from '@mui/material';
import { minValue, required } from 'ra-core';
import { NumberInput, TextInput } from 'react-admin';
import { Section } from '../ui/Section.js';
import { BandsEditor } from './BandsEditor.js';
import { ValueEditor } from './ValueEditor.js';

const WHOLE = [required(), minValue(1)];

/** Every threshold of S1 to S5; the server says which do not fit together, at their fields. */
export function RulesEditor() {
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <BandsEditor />
      <Section title="levels.stages">
        <Box
          sx={{
            display: 'grid',
            columnGap: 2,
            gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: 'repeat(3, 1fr)' },
          }}
        >
          <NumberInput source="rules.newDays" label="levels.newDays" helperText="levels.newDaysHint" validate={WHOLE} />
          <NumberInput
            source="rules.activeDays"
            label="levels.activeDays"
            helperText="levels.activeDaysHint"
            validate={WHOLE}
          />
          <NumberInput
            source="rules.dormantDays"
            label="levels.dormantDays"
            helperText="levels.dormantDaysHint"
            validate={WHOLE}
          />
          <NumberInput
            source="rules.often.logins"
            label="levels.oftenLogins"
            helperText="levels.oftenLoginsHint"
            validate={WHOLE}
          />
          <NumberInput
            source="rules.often.days"
            label="levels.oftenDays"
            helperText="levels.oftenDaysHint"
            validate={WHOLE}
          />
        </Box>
      </Section>
      <ValueEditor />
      <Section>
        <TextInput source="note" label="program.note" helperText="program.noteHint" fullWidth />
      </Section>
    </Box>
  );
}
