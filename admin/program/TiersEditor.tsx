import Add from '@mui/icons-material/Add';
import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import Delete from '@mui/icons-material/DeleteOutlined';
import { Alert, Box, Button, IconButton } from '@mui/material';
import { minValue, required, useTranslate } from 'ra-core';
import { NumberInput, TextInput } from 'react-admin';
import { useFieldArray, useFormContext, useFormState } from 'react-hook-form';
import { Section } from '../ui/Section.js';
import { newTier } from './draftInput.js';

interface RowProps {
  at: number;
  count: number;
  move: (from: number, to: number) => void;
  remove: (at: number) => void;
}

function TierRow({ at, count, move, remove }: RowProps) {
  const translate = useTranslate();
  const { getValues } = useFormContext();
  const existing = Boolean(getValues(`tiers.${at}.id`));
  const place = { tier: at + 1 };
  return (
    <Box
      role="group"
      aria-label={translate('program.tierNumber', place)}
      sx={{
        display: 'grid',
        gap: { xs: '0 12px', md: 1.5 },
        alignItems: 'start',
        py: 1,
        borderBottom: 1,
        borderColor: 'divider',
        gridTemplateColumns: { xs: '1fr 1fr', md: '64px 1.2fr 1.2fr 1fr 1fr 1fr auto' },
      }}
    >
      <TextInput source={`tiers.${at}.color`} label="program.color" type="color" helperText={false} />
      <TextInput source={`tiers.${at}.name.zh`} label="program.nameZh" validate={required()} helperText={false} />
      <TextInput source={`tiers.${at}.name.en`} label="program.nameEn" validate={required()} helperText={false} />
      <TextInput
        source={`tiers.${at}.code`}
        label="program.code"
        validate={required()}
        readOnly={existing}
        helperText={false}
      />
      <TextInput
        source={`tiers.${at}.spendThreshold`}
        label="program.spendThreshold"
        validate={required()}
        slotProps={{ htmlInput: { inputMode: 'decimal' } }}
        helperText={false}
      />
      <NumberInput
        source={`tiers.${at}.pointsThreshold`}
        label="program.pointsThreshold"
        validate={[required(), minValue(0)]}
        helperText={false}
      />
      <Box sx={{ display: 'flex', pt: 1, gridColumn: { xs: '1 / -1', md: 'auto' }, justifyContent: 'flex-end' }}>
        <IconButton
          size="small"
          disabled={at === 0}
          onClick={() => move(at, at - 1)}
          aria-label={translate('program.lower', place)}
        >
          <ArrowUpward fontSize="small" />
        </IconButton>
        <IconButton
          size="small"
          disabled={at === count - 1}
          onClick={() => move(at, at + 1)}
          aria-label={translate('program.higher', place)}
        >
          <ArrowDownward fontSize="small" />
        </IconButton>
        <IconButton
          size="small"
          color="error"
          onClick={() => remove(at)}
          aria-label={translate('program.removeTier', place)}
        >
          <Delete fontSize="small" />
        </IconButton>
      </Box>
    </Box>
  );
}

/** The tiers, lowest first: names, colours, thresholds, order (V1). */
export function TiersEditor() {
  const translate = useTranslate();
  const { errors } = useFormState();
  const tiersError = (errors.tiers as { message?: string } | undefined)?.message;
  const { fields, append, remove, move } = useFieldArray({ name: 'tiers', keyName: 'key' });
  return (
    <Section
      title="program.tiers"
      note={translate('program.lowestFirst')}
      actions={
        <Button size="small" startIcon={<Add />} onClick={() => append(newTier(fields.length))}>
          {translate('program.addTier')}
        </Button>
      }
    >
      {tiersError ? (
        <Alert severity="error" sx={{ mb: 1 }}>
          {translate(tiersError)}
        </Alert>
      ) : null}
      {fields.map((field, at) => (
        <TierRow key={field.key} at={at} count={fields.length} move={move} remove={remove} />
      ))}
    </Section>
  );
}
