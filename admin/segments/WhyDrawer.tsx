import Close from '@mui/icons-material/Close';
import { Alert, Box, Drawer, IconButton, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useId } from 'react';
import { useAsk } from '../api/ask.js';
import { type SegmentRuleInput, SegmentWhyOfDocument } from '../api/generated/operations.js';
import { CustomerLink } from '../ui/values.js';
import { Failed, Waiting } from '../ui/Waiting.js';
import { WhyTree } from './WhyTree.js';

interface WhyDrawerProps {
  customer: { id: string; name: string | null; phone?: string | null };
  /** The rules as they stand in a builder, or a saved segment. */
  asked: { rules?: SegmentRuleInput; segmentId?: string; asOf?: string | null };
  onClose: () => void;
}

/** Why one customer is in or out: every condition with the customer's own value (S7). */
export function WhyDrawer({ customer, asked, onClose }: WhyDrawerProps) {
  const translate = useTranslate();
  const id = useId();
  const input = { ...asked, customerId: customer.id };
  const { data, error } = useAsk('segmentWhy', SegmentWhyOfDocument, { input }, { costly: true });
  const why = data?.segmentWhy;
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{ paper: { role: 'dialog', 'aria-labelledby': id, sx: { width: { xs: '100%', sm: 460 } } } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, px: 2.5, pt: 2, pb: 1 }}>
        <Typography id={id} variant="h6" component="h2" sx={{ flex: 1 }}>
          {translate('segments.why.title')}
        </Typography>
        <IconButton onClick={onClose} aria-label={translate('ra.action.close')}>
          <Close />
        </IconButton>
      </Box>
      <Box sx={{ px: 2.5, pb: 3, display: 'grid', gap: 2 }}>
        <Typography component="div">
          <CustomerLink customer={customer} />
        </Typography>
        {error ? <Failed error={error} /> : null}
        {why ? (
          <>
            <Alert severity={why.matches ? 'success' : 'info'} role="status">
              {translate(why.matches ? 'segments.why.in' : 'segments.why.out')}
            </Alert>
            <WhyTree node={why.root} />
          </>
        ) : error ? null : (
          <Waiting lines={4} />
        )}
      </Box>
    </Drawer>
  );
}
