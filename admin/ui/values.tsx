import { Box, Chip, Link } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import type { Bilingual } from './formats.js';
import { useFormat } from './useFormat.js';

/** A tier's name beside its colour; a dash where there is none. */
export function TierName({ tier }: { tier?: { name: Bilingual; color: string } | null }) {
  const { text } = useFormat();
  const translate = useTranslate();
  if (!tier) {
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {translate('app.noTier')}
      </Box>
    );
  }
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, whiteSpace: 'nowrap' }}>
      <Box
        component="span"
        aria-hidden
        sx={{ width: 10, height: 10, borderRadius: '3px', flex: 'none', border: '1px solid rgb(128 128 128 / 45%)' }}
        style={{ backgroundColor: tier.color }}
      />
      {text(tier.name)}
    </Box>
  );
}

const TONES: Record<string, 'success' | 'warning' | 'error' | 'primary' | 'default'> = {
  ACTIVE: 'success',
  HIGH_VALUE: 'success',
  MID_VALUE: 'primary',
  NEW: 'primary',
  DORMANT: 'warning',
  CHURNED: 'error',
  COMMITTED: 'success',
  RESERVED: 'primary',
  REVERSED: 'error',
  PUBLISHED: 'success',
  PUBLISHING: 'primary',
  FAILED: 'error',
  DRAFT: 'warning',
  DONE: 'success',
  COMPLETED: 'success',
  FINISHED: 'success',
  RUNNING: 'primary',
  CANCELLED: 'warning',
  REFUNDED: 'error',
  PARTLY_REFUNDED: 'warning',
  REVOKED: 'error',
  ERASED: 'error',
  UP: 'success',
  DOWN: 'warning',
};

/** A value of an enum as a word in the reader's language, with the colour of its meaning. */
export function StatusChip({ type, value }: { type: string; value?: string | null }) {
  const translate = useTranslate();
  if (!value) return null;
  const tone = TONES[value] ?? 'default';
  return <Chip size="small" variant="outlined" color={tone} label={translate(`enums.${type}.${value}`)} />;
}

/** A customer's name as a link to their profile; whoever has no name is shown by their phone or a dash. */
export function CustomerLink({
  customer,
}: {
  customer?: { id: string; name: string | null; phone?: string | null } | null;
}) {
  const translate = useTranslate();
  if (!customer) {
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {translate('app.anonymous')}
      </Box>
    );
  }
  return (
    <Link component={RouterLink} to={`/customers/${customer.id}/show`} onClick={(event) => event.stopPropagation()}>
      {customer.name || customer.phone || translate('app.nameless')}
    </Link>
  );
}
