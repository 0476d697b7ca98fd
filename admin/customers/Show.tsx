import { Box } from '@mui/material';
import { ShowBase, useShowContext } from 'ra-core';
import { WHOLE } from '../api/whole.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { ProfileAside } from './profile/ProfileAside.js';
import { ProfileHeader } from './profile/ProfileHeader.js';
import { ProfileTabs } from './profile/ProfileTabs.js';
import type { CustomerRecord } from './types.js';

function Profile() {
  const { record, isPending, error } = useShowContext<CustomerRecord>();
  if (error) return <Failed error={error} />;
  if (isPending || !record) return <Waiting lines={8} />;
  return (
    <>
      <ProfileHeader customer={record} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) 340px' },
          alignItems: 'start',
        }}
      >
        <ProfileTabs customer={record} />
        <ProfileAside customer={record} />
      </Box>
    </>
  );
}

/** A customer's profile: who they are, where they stand, everything that happened (A1, A2). */
export default function CustomerShow() {
  return (
    <ShowBase queryOptions={WHOLE}>
      <Profile />
    </ShowBase>
  );
}
