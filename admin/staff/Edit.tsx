import { Box } from '@mui/material';
import { required } from 'ra-core';
import { Edit, SaveButton, SelectInput, SimpleForm, TextInput, Toolbar, useRecordContext } from 'react-admin';
import { useCan } from '../access/useCan.js';
import type { StaffOneQuery } from '../api/generated/operations.js';
import { WHOLE } from '../api/whole.js';
import { FormError } from '../ui/ActionDialog.js';
import { enumChoices, LOCALES, ROLES } from '../ui/choices.js';
import { PageTitle } from '../ui/PageTitle.js';
import { Section } from '../ui/Section.js';
import { ResetPasswordButton } from './ResetPasswordButton.js';
import { SessionTable } from './SessionTable.js';
import { SignOutEverywhereButton } from './SignOutEverywhereButton.js';

type StaffRecord = NonNullable<StaffOneQuery['one']>;
const STATUS = enumChoices('StaffStatus', ['ACTIVE', 'DISABLED']);

function Access() {
  const staff = useRecordContext<StaffRecord>();
  if (!staff) return null;
  const actions = (
    <>
      <ResetPasswordButton staffId={staff.id} />
      <SignOutEverywhereButton staffId={staff.id} />
    </>
  );
  return (
    <Section title="staff.sessions" actions={actions} flush sx={{ mt: 2 }}>
      <SessionTable sessions={staff.sessions} />
    </Section>
  );
}

function SaveBar() {
  return (
    <Toolbar>
      <SaveButton />
    </Toolbar>
  );
}

/** Role, status, sessions and password of one member of staff. */
export default function StaffEdit() {
  const manages = useCan('STAFF_MANAGE');
  return (
    <>
      <PageTitle title="staff.edit" />
      <Edit
        sx={{ '& .RaEdit-main, & .RaEdit-card': { minWidth: 0 }, '& .RaEdit-noActions': { mt: 0 } }}
        mutationMode="pessimistic"
        queryOptions={WHOLE}
        redirect="list"
        actions={false}
        component={Box}
      >
        <Section sx={{ mt: 2 }}>
          <SimpleForm toolbar={manages ? <SaveBar /> : false} sx={{ maxWidth: 520, p: 0 }}>
            <FormError />
            <TextInput source="name" validate={required()} fullWidth />
            <TextInput source="email" readOnly fullWidth />
            <SelectInput source="role" choices={ROLES} validate={required()} fullWidth />
            <SelectInput source="status" choices={STATUS} validate={required()} fullWidth />
            <SelectInput source="locale" choices={LOCALES} validate={required()} fullWidth />
          </SimpleForm>
        </Section>
        <Access />
      </Edit>
    </>
  );
}
