import { Box, Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useGetIdentity, useLogout, useNotify } from 'react-admin';
import { useAsk } from '../api/ask.js';
import { OwnSessionsDocument } from '../api/generated/operations.js';
import { useLanguage } from '../layout/useLanguage.js';
import { SessionTable } from '../staff/SessionTable.js';
import { SignOutEverywhereButton } from '../staff/SignOutEverywhereButton.js';
import { PageTitle } from '../ui/PageTitle.js';
import { Fact, Facts, Section } from '../ui/Section.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { ChangePasswordForm } from './ChangePasswordForm.js';

function Language() {
  const translate = useTranslate();
  const { locale, change } = useLanguage();
  return (
    <Box sx={{ display: 'flex', gap: 1 }}>
      {(['zh', 'en'] as const).map((one) => (
        <Button
          key={one}
          variant={one === locale ? 'contained' : 'outlined'}
          aria-pressed={one === locale}
          onClick={() => one !== locale && change()}
        >
          {translate(`enums.Locale.${one}`)}
        </Button>
      ))}
    </Box>
  );
}

/** One's own password, sessions and language. */
export default function Account() {
  const translate = useTranslate();
  const notify = useNotify();
  const logout = useLogout();
  const { identity } = useGetIdentity();
  const { data, error } = useAsk('ownSessions', OwnSessionsDocument);
  const leave = () => {
    notify('staff.signedOut');
    void logout();
  };
  return (
    <>
      <PageTitle title="account.title" />
      <Box sx={{ display: 'grid', gap: 2, maxWidth: 860 }}>
        <Section>
          <Facts columns={3}>
            <Fact label="resources.staff.fields.name">{identity?.fullName ?? '–'}</Fact>
            <Fact label="resources.staff.fields.email">{identity?.email ?? '–'}</Fact>
            <Fact label="resources.staff.fields.role">
              {identity?.role ? translate(`enums.StaffRole.${identity.role}`) : '–'}
            </Fact>
          </Facts>
        </Section>
        <Section title="account.language">
          <Language />
        </Section>
        <Section title="account.password">
          <ChangePasswordForm />
        </Section>
        <Section title="staff.sessions" actions={<SignOutEverywhereButton onDone={leave} />} flush>
          {error ? (
            <Failed error={error} />
          ) : data ? (
            <SessionTable sessions={data.viewer?.staff?.sessions ?? []} />
          ) : (
            <Waiting />
          )}
        </Section>
      </Box>
    </>
  );
}
