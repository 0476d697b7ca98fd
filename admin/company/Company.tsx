import { Box, Button } from '@mui/material';
import { Form, ResourceContextProvider, required, useTranslate } from 'ra-core';
import { ArrayInput, AutocompleteInput, NumberInput, SimpleFormIterator, TextInput } from 'react-admin';
import { useFormState } from 'react-hook-form';
import { useCan } from '../access/useCan.js';
import { useAsk } from '../api/ask.js';
import {
  CompanySettingsDocument,
  CompanyUpdateDocument,
  type CompanyUpdateInput,
} from '../api/generated/operations.js';
import { useIntent } from '../api/useIntent.js';
import { FormError } from '../ui/ActionDialog.js';
import { PageTitle } from '../ui/PageTitle.js';
import { Section } from '../ui/Section.js';
import { Failed, Waiting } from '../ui/Waiting.js';

const ZONES = Intl.supportedValuesOf('timeZone').map((id) => ({ id, name: id }));
const CURRENCIES = Intl.supportedValuesOf('currency').map((id) => ({ id, name: id }));

function SaveButton() {
  const translate = useTranslate();
  const { isSubmitting } = useFormState();
  return (
    <Button type="submit" variant="contained" loading={isSubmitting} sx={{ mt: 2 }}>
      {translate('ra.action.save')}
    </Button>
  );
}

/** Name, time zone, currency and exchange rates of the company. */
export default function Company() {
  const editable = useCan('COMPANY_EDIT');
  const { data, error } = useAsk('companySettings', CompanySettingsDocument);
  const { send } = useIntent(CompanyUpdateDocument, { success: 'company.saved' });
  if (error) return <Failed error={error} />;
  if (!data) return <Waiting />;
  const { company } = data;
  const save = (values: Record<string, unknown>) => {
    const { name, timeZone, currency, exchangeRates, eventMonths } = values as unknown as CompanyUpdateInput;
    return send({
      version: company.version,
      name,
      timeZone,
      currency,
      exchangeRates: exchangeRates ?? [],
      eventMonths,
    });
  };
  return (
    <ResourceContextProvider value="company">
      <PageTitle title="company.title" />
      <Section sx={{ maxWidth: 640 }}>
        <Form
          key={company.version}
          record={{ id: 'company', ...company }}
          onSubmit={save}
          disableInvalidFormNotification
        >
          <FormError />
          <Box sx={{ display: 'flex', flexDirection: 'column' }}>
            <TextInput source="name" label="company.name" validate={required()} readOnly={!editable} fullWidth />
            <AutocompleteInput
              source="timeZone"
              label="company.timeZone"
              helperText="company.timeZoneHint"
              choices={ZONES}
              validate={required()}
              readOnly={!editable}
              fullWidth
            />
            <AutocompleteInput
              source="currency"
              label="company.currency"
              helperText="company.currencyHint"
              choices={CURRENCIES}
              validate={required()}
              readOnly={!editable}
              fullWidth
            />
            <NumberInput
              source="eventMonths"
              label="company.eventMonths"
              helperText="company.eventMonthsHint"
              validate={required()}
              min={1}
              max={120}
              readOnly={!editable}
            />
            <ArrayInput source="exchangeRates" label="company.exchangeRates" helperText="company.exchangeRatesHint">
              <SimpleFormIterator
                inline
                disableReordering
                disableClear
                disableAdd={!editable}
                disableRemove={!editable}
              >
                <AutocompleteInput
                  source="currency"
                  label="company.foreignCurrency"
                  choices={CURRENCIES}
                  validate={required()}
                  readOnly={!editable}
                />
                <NumberInput
                  source="rate"
                  label="company.rate"
                  validate={required()}
                  min={0}
                  step="any"
                  readOnly={!editable}
                />
              </SimpleFormIterator>
            </ArrayInput>
          </Box>
          {editable ? <SaveButton /> : null}
        </Form>
      </Section>
    </ResourceContextProvider>
  );
}
