import { Box } from '@mui/material';
import { CustomerSegments } from '../../segments/CustomerSegments.js';
import type { CustomerRecord } from '../types.js';
import { ContactCard } from './ContactCard.js';
import { LevelsCard } from './LevelsCard.js';
import { MembershipCard } from './MembershipCard.js';
import { MergeCard } from './MergeCard.js';
import { NotesCard } from './NotesCard.js';
import { TagsCard } from './TagsCard.js';

/** Beside the history: standing, contacts, tags, notes, and who may be the same person. */
export function ProfileAside({ customer }: { customer: CustomerRecord }) {
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <MembershipCard customer={customer} />
      <LevelsCard customer={customer} />
      <ContactCard customer={customer} />
      <CustomerSegments customerId={customer.id} />
      <TagsCard customer={customer} />
      <NotesCard customer={customer} />
      <MergeCard customer={customer} />
    </Box>
  );
}
