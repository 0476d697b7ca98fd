import { email, minLength, required } from 'ra-core';
import { Create, PasswordInput, SelectInput, SimpleForm, TextInput } from 'react-admin';
import { FormError } from '../ui/ActionDialog.js';
import { LOCALES, ROLES } from '../ui/choices.js';
import { PageTitle } from '../ui/PageTitle.js';

/** Lets somebody new sign in; they change the first password in their account. */
export default function StaffCreate() {
  return (
    <>
      <PageTitle title="staff.create" />
      <Create redirect="list">
        <SimpleForm sx={{ maxWidth: 520 }} defaultValues={{ locale: 'zh', role: 'SERVICE_AGENT' }}>
          <FormError />
          <TextInput source="name" validate={required()} fullWidth />
          <TextInput source="email" type="email" autoComplete="off" validate={[required(), email()]} fullWidth />
          <SelectInput source="role" choices={ROLES} validate={required()} fullWidth />
          <SelectInput source="locale" choices={LOCALES} validate={required()} fullWidth />
          <PasswordInput
            source="password"
            autoComplete="new-password"
            helperText="staff.passwordHint"
            validate={[required(), minLength(12)]}
            fullWidth
          />
        </SimpleForm>
      </Create>
    </>
  );
}
