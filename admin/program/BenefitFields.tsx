import { Box } from '@mui/material';
import { minValue, required } from 'ra-core';
import { BooleanInput, NumberInput, SelectInput, TextInput } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { BENEFIT_KINDS, QUOTA_PERIODS } from '../ui/choices.js';
import { SinceInput, UntilInput } from '../ui/dayInputs.js';

/** Kinds whose benefit carries a number of its own, and what that number is. */
const VALUE_LABEL: Record<string, string> = {
  DISCOUNT: 'program.value.DISCOUNT',
  COUPON: 'program.value.COUPON',
  POINTS_MULTIPLIER: 'program.value.POINTS_MULTIPLIER',
};

const grid = (wide: string) => ({
  display: 'grid',
  columnGap: 2,
  gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: wide },
});

/** Every field of one benefit (V3). */
export function BenefitFields({ at, existing }: { at: number; existing: boolean }) {
  const source = (name: string) => `benefits.${at}.${name}`;
  const kind = String(useWatch({ name: source('kind') }));
  const valueLabel = VALUE_LABEL[kind];
  return (
    <>
      <Box sx={grid('repeat(4, 1fr)')}>
        <SelectInput source={source('kind')} label="app.kind" choices={BENEFIT_KINDS} validate={required()} />
        <TextInput source={source('code')} label="program.code" validate={required()} readOnly={existing} />
        <TextInput source={source('name.zh')} label="program.nameZh" validate={required()} />
        <TextInput source={source('name.en')} label="program.nameEn" validate={required()} />
      </Box>
      <Box sx={grid('1fr 1fr')}>
        <TextInput source={source('terms.zh')} label="program.termsZh" multiline minRows={2} />
        <TextInput source={source('terms.en')} label="program.termsEn" multiline minRows={2} />
        <TextInput source={source('howToUse.zh')} label="program.howToUseZh" multiline minRows={2} />
        <TextInput source={source('howToUse.en')} label="program.howToUseEn" multiline minRows={2} />
      </Box>
      <Box sx={grid('repeat(4, 1fr)')}>
        <NumberInput
          source={source('quota')}
          label="program.quota"
          helperText="program.emptyUnlimited"
          min={1}
          validate={minValue(1)}
        />
        <SelectInput
          source={source('quotaPeriod')}
          label="program.quotaPeriod"
          choices={QUOTA_PERIODS}
          validate={required()}
        />
        <NumberInput
          source={source('stock')}
          label="program.stock"
          helperText="program.emptyUnlimited"
          min={0}
          validate={minValue(0)}
        />
        <TextInput
          source={source('unitCost')}
          label="program.unitCost"
          helperText="program.unitCostHint"
          validate={required()}
          slotProps={{ htmlInput: { inputMode: 'decimal' } }}
        />
        {valueLabel ? (
          <NumberInput source={source('value')} label={valueLabel} step="any" validate={required()} />
        ) : null}
        <SinceInput source={source('validFrom')} label="program.validFrom" />
        <UntilInput source={source('validUntil')} label="program.validUntil" />
      </Box>
      <BooleanInput source={source('redeemable')} label="program.redeemable" helperText="program.redeemableHint" />
    </>
  );
}
