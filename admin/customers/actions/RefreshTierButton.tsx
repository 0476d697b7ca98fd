import Autorenew from '@mui/icons-material/AutorenewOutlined';
import { Button } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useCan } from '../../access/useCan.js';
import { MembershipRefreshDocument } from '../../api/generated/operations.js';
import { useIntent } from '../../api/useIntent.js';

/** Works out the customer's tier again now instead of with the daily refresh (S6). */
export function RefreshTierButton({ customerId }: { customerId: string }) {
  const translate = useTranslate();
  const allowed = useCan('TIER_GRANT');
  const { send, pending } = useIntent(MembershipRefreshDocument, { success: 'customers.tierRefreshed' });
  if (!allowed) return null;
  return (
    <Button
      size="small"
      startIcon={<Autorenew />}
      loading={pending}
      loadingPosition="start"
      onClick={() => send({ customerId })}
    >
      {translate('customers.refreshTier')}
    </Button>
  );
}
