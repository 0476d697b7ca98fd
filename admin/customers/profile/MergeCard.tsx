import { Box, Chip, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Section } from '../../ui/Section.js';
import { useFormat } from '../../ui/useFormat.js';
import { CustomerLink, TierName } from '../../ui/values.js';
import { MergeButton } from '../actions/MergeButton.js';
import { RevertMergeButton } from '../actions/RevertMergeButton.js';
import type { CustomerRecord } from '../types.js';

/** Who may be the same person, and which merges were made (A1). */
export function MergeCard({ customer }: { customer: CustomerRecord }) {
  const translate = useTranslate();
  const { money, minute } = useFormat();
  if (customer.mergeCandidates.length === 0 && customer.merges.length === 0) return null;
  return (
    <Section title="customers.samePerson">
      {customer.mergeCandidates.map(({ customer: other, matchedOn }) => (
        <Box key={other.id} sx={{ mb: 1.5 }}>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
            <CustomerLink customer={other} />
            <TierName tier={other.tier} />
            <Typography variant="body2">{money(other.stats.spend)}</Typography>
            {matchedOn.map((match) => (
              <Chip key={match} size="small" label={translate(`enums.MergeMatch.${match}`)} />
            ))}
          </Box>
          {customer.status === 'ACTIVE' ? <MergeButton survivor={customer} other={other} /> : null}
        </Box>
      ))}
      {customer.merges.map((merge) => (
        <Box key={merge.id} sx={{ mb: 1 }}>
          <Typography variant="body2">
            {translate('customers.mergedFrom')} <CustomerLink customer={merge.merged} /> · {minute(merge.mergedAt)}
          </Typography>
          <Typography variant="caption" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
            {[merge.reason, merge.mergedBy?.name].filter(Boolean).join(' · ')}
          </Typography>
          {merge.revertedAt ? (
            <Typography variant="caption" color="text.secondary" component="p">
              {translate('customers.mergeReverted', { at: minute(merge.revertedAt) })}
            </Typography>
          ) : (
            <RevertMergeButton mergeId={merge.id} />
          )}
        </Box>
      ))}
    </Section>
  );
}
