import { Grid } from '@mui/material';
import { maxLength, useTranslate } from 'ra-core';
import {
  DateInput,
  Edit,
  SelectInput,
  SimpleForm,
  TextArrayInput,
  TextInput,
  TimeInput,
  useNotify,
  useRedirect,
} from 'react-admin';
import { WHOLE } from '../api/whole.js';
import { FormError } from '../ui/ActionDialog.js';
import { CHANNELS, GENDERS, LOCALES } from '../ui/choices.js';
import { PageTitle } from '../ui/PageTitle.js';
import { customerUpdateInput } from './updateInput.js';

const half = { xs: 12, sm: 6 };

/** Corrects a profile. Phone and e-mail come masked: what is left untouched is left alone (A4). */
export default function CustomerEdit() {
  const translate = useTranslate();
  const notify = useNotify();
  const redirect = useRedirect();
  return (
    <>
      <PageTitle title={translate('customers.edit')} />
      <Edit
        mutationMode="pessimistic"
        queryOptions={WHOLE}
        redirect="show"
        actions={false}
        transform={customerUpdateInput}
        mutationOptions={{
          onSuccess: (_data, { id }) => {
            notify('customers.saved', { type: 'success' });
            redirect('show', 'customers', id as string);
          },
        }}
      >
        <SimpleForm sanitizeEmptyValues sx={{ maxWidth: 760 }}>
          <FormError />
          <Grid container columnSpacing={2} width="100%">
            <Grid size={half}>
              <TextInput source="name" fullWidth validate={maxLength(200)} />
            </Grid>
            <Grid size={half}>
              <SelectInput source="gender" choices={GENDERS} fullWidth />
            </Grid>
            <Grid size={half}>
              <TextInput source="phone" helperText="customers.maskedHint" fullWidth />
            </Grid>
            <Grid size={half}>
              <TextInput source="email" helperText="customers.maskedHint" fullWidth />
            </Grid>
            <Grid size={half}>
              <DateInput source="birthday" fullWidth parse={(day: string) => day || null} />
            </Grid>
            <Grid size={half}>
              <TextInput source="city" fullWidth />
            </Grid>
            <Grid size={half}>
              <SelectInput source="locale" choices={LOCALES} fullWidth />
            </Grid>
            <Grid size={half}>
              <SelectInput source="preferredChannel" choices={CHANNELS} fullWidth />
            </Grid>
            <Grid size={half}>
              <TimeInput
                source="quietHours.from"
                label="customers.quietFrom"
                fullWidth
                parse={keepTime}
                format={keepTime}
              />
            </Grid>
            <Grid size={half}>
              <TimeInput
                source="quietHours.until"
                label="customers.quietUntil"
                fullWidth
                parse={keepTime}
                format={keepTime}
              />
            </Grid>
            <Grid size={12}>
              <TextArrayInput source="interests" fullWidth />
            </Grid>
          </Grid>
        </SimpleForm>
      </Edit>
    </>
  );
}

/** Times of day stay the text they are ("22:30"); react-admin would make instants of them. */
const keepTime = (time?: string | null) => time ?? '';
