import { Box, LinearProgress, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Fact, Facts, Section } from '../../ui/Section.js';
import { useFormat } from '../../ui/useFormat.js';
import { TierName } from '../../ui/values.js';
import { RevokeTierGrantButton } from '../actions/RevokeTierGrantButton.js';
import { progressShare } from '../progress.js';
import type { CustomerRecord } from '../types.js';

type Progress = NonNullable<CustomerRecord['membership']['progress']>;

/** How far it is to the next tier, in the measure that counts and in orders (V5). */
function NextTier({ progress }: { progress: Progress }) {
  const translate = useTranslate();
  const { money, number, text } = useFormat();
  const name = text(progress.next.name);
  const gap =
    progress.spendGap !== null
      ? translate('customers.gapSpend', { gap: money(progress.spendGap), tier: name })
      : translate('customers.gapPoints', { gap: number(progress.pointsGap), tier: name });
  return (
    <Box sx={{ my: 1.5 }}>
      <Typography variant="body2" sx={{ mb: 0.75 }}>
        {gap}
        {progress.ordersGap !== null
          ? ` · ${translate('customers.gapOrders', { smart_count: progress.ordersGap })}`
          : ''}
      </Typography>
      <LinearProgress
        variant="determinate"
        value={progressShare(progress)}
        aria-label={translate('customers.progress', { tier: name })}
      />
    </Box>
  );
}

/** Where the customer stands in the programme and what is next (V1, V5). */
export function MembershipCard({ customer }: { customer: CustomerRecord }) {
  const translate = useTranslate();
  const { day, localFullDay, number } = useFormat();
  const { membership, tierGrants } = customer;
  const { progress, points } = membership;
  const open = tierGrants.filter((grant) => !grant.revokedAt);
  return (
    <Section title="customers.membership">
      {progress ? <NextTier progress={progress} /> : null}
      <Facts>
        <Fact label="resources.customers.fields.tier">
          <TierName tier={membership.tier} />
        </Fact>
        <Fact label="customers.since">{day(membership.since)}</Fact>
        {membership.qualifiedBy ? (
          <Fact label="customers.qualifiedBy">{translate(`enums.TierCause.${membership.qualifiedBy}`)}</Fact>
        ) : null}
        {membership.expiresAt ? <Fact label="customers.expiresAt">{day(membership.expiresAt)}</Fact> : null}
        {membership.graceUntil ? <Fact label="customers.graceUntil">{day(membership.graceUntil)}</Fact> : null}
        {progress?.periodStart ? (
          <Fact label="customers.period" wide>
            {localFullDay(progress.periodStart)} – {localFullDay(progress.periodEnd)}
          </Fact>
        ) : null}
        {points.expiringSoon.map((one) => (
          <Fact key={one.expiresAt} label="customers.expiringPoints">
            {number(one.points)} · {day(one.expiresAt)}
          </Fact>
        ))}
      </Facts>
      {open.map((grant) => (
        <Box key={grant.id} sx={{ mt: 1.5, p: 1.25, borderRadius: 2, bgcolor: 'action.hover' }}>
          <Typography variant="body2">
            {translate('customers.tierGranted')} <TierName tier={grant.tier} />
            {' · '}
            {grant.endsAt ? translate('app.untilDay', { day: day(grant.endsAt) }) : translate('app.forLife')}
          </Typography>
          <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
            {grant.reason}
            {grant.grantedBy ? ` · ${grant.grantedBy.name}` : ''}
          </Typography>
          <RevokeTierGrantButton grantId={grant.id} />
        </Box>
      ))}
    </Section>
  );
}
