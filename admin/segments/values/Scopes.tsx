import FilterAlt from '@mui/icons-material/FilterAltOutlined';
import { Box, Button, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useBenefitChoices } from '../../ui/choices.js';
import { useFormat } from '../../ui/useFormat.js';
import { ManyOf } from './ChoiceValue.js';
import { DayBox, Span } from './DayValue.js';
import { TextList } from './TextList.js';
import type { ValueProps } from './types.js';

const MODES = ['all', 'last', 'between'] as const;

/** Which days count: all time, the last so many, or between two days. */
function WindowScope({ draft, set }: ValueProps) {
  const translate = useTranslate();
  const { window } = draft;
  const mode = window?.last ? 'last' : window ? 'between' : 'all';
  const choose = (next: string) =>
    set({ window: next === 'last' ? { last: { amount: 90, unit: 'DAY' } } : next === 'between' ? {} : null });
  return (
    <>
      <TextField
        select
        label={translate('segments.window.label')}
        value={mode}
        onChange={({ target }) => choose(target.value)}
        sx={{ minWidth: 120, m: 0 }}
      >
        {MODES.map((one) => (
          <MenuItem key={one} value={one}>
            {translate(`segments.window.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {window?.last ? <Span value={window.last} onChange={(last) => set({ window: { last } })} /> : null}
      {mode === 'between' ? (
        <>
          <DayBox
            label={translate('app.since')}
            value={window?.since ?? ''}
            onChange={(since) => set({ window: { since: since || null, until: window?.until } })}
          />
          <DayBox
            label={translate('app.until')}
            value={window?.until ?? ''}
            onChange={(until) => set({ window: { since: window?.since, until: until || null } })}
          />
        </>
      ) : null}
    </>
  );
}

/** Which products count: of any of the SKUs or categories. */
function ProductsScope({ info, draft, set }: ValueProps) {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  const { skus, categories } = draft.products ?? {};
  if (!open && !skus?.length && !categories?.length) {
    return (
      <Button color="inherit" startIcon={<FilterAlt />} onClick={() => setOpen(true)} sx={{ minHeight: 40 }}>
        {translate('segments.onlyProducts')}
      </Button>
    );
  }
  return (
    <>
      <TextList
        label={translate('segments.categories')}
        placeholder={translate('segments.allProducts')}
        field={info.field}
        of="CATEGORY"
        suggests
        values={categories ?? []}
        onChange={(list) => set({ products: { skus, categories: list } })}
      />
      <TextList
        label={translate('segments.skus')}
        placeholder={translate('segments.allProducts')}
        field={info.field}
        of="SKU"
        suggests
        values={skus ?? []}
        onChange={(list) => set({ products: { skus: list, categories } })}
      />
    </>
  );
}

/** Which kinds of events count. */
function KindsScope({ info, draft, set, error }: ValueProps) {
  const translate = useTranslate();
  const { text } = useFormat();
  return (
    <ManyOf
      label={translate('segments.kinds')}
      placeholder={translate('segments.allKinds')}
      options={info.options.map(({ value, label }) => ({ id: value, name: text(label) }))}
      chosen={draft.texts ?? []}
      error={Boolean(error)}
      helper={error}
      onChange={(texts) => set({ texts })}
    />
  );
}

/** Which benefits count. */
function BenefitsScope({ draft, set }: ValueProps) {
  const translate = useTranslate();
  return (
    <ManyOf
      label={translate('segments.pick.BENEFIT')}
      placeholder={translate('segments.allBenefits')}
      options={useBenefitChoices()}
      chosen={draft.ids ?? []}
      onChange={(ids) => set({ ids })}
    />
  );
}

/** How far ahead to look. */
function HorizonScope({ draft, set }: ValueProps) {
  return <Span value={draft.relative ?? { amount: 30, unit: 'DAY' }} onChange={(relative) => set({ relative })} />;
}

/** Everything that narrows what a condition counts; nothing where the field takes nothing of the kind. */
export function Scopes(props: ValueProps) {
  const { kindScoped, benefitScoped, horizon, productScoped, windowed } = props.info;
  if (!(kindScoped || benefitScoped || horizon || productScoped || windowed)) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start', mt: 1 }}>
      {kindScoped ? <KindsScope {...props} /> : null}
      {benefitScoped ? <BenefitsScope {...props} /> : null}
      {horizon ? <HorizonScope {...props} /> : null}
      {windowed ? <WindowScope {...props} /> : null}
      {productScoped ? <ProductsScope {...props} /> : null}
    </Box>
  );
}
