import Edit from '@mui/icons-material/EditOutlined';
import { Alert, Box, Card, Chip, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { type ReactNode, useEffect } from 'react';
import { EditButton } from 'react-admin';
import { useCan } from '../../access/useCan.js';
import { useFormat } from '../../ui/useFormat.js';
import { CustomerLink, StatusChip, TierName } from '../../ui/values.js';
import { AdjustPointsButton } from '../actions/AdjustPointsButton.js';
import { EraseButton } from '../actions/EraseButton.js';
import { GrantBenefitButton } from '../actions/GrantBenefitButton.js';
import { GrantTierButton } from '../actions/GrantTierButton.js';
import { RefreshTierButton } from '../actions/RefreshTierButton.js';
import type { CustomerRecord } from '../types.js';

function Figure({ label, children, sub }: { label: string; children: ReactNode; sub?: string }) {
  const translate = useTranslate();
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="caption" color="text.secondary">
        {translate(label)}
      </Typography>
      <Typography variant="h5" component="p">
        {children}
      </Typography>
      {sub ? (
        <Typography variant="caption" color="text.secondary">
          {sub}
        </Typography>
      ) : null}
    </Box>
  );
}

/** Name, tier, points and spend at a glance, and what can be done for this customer. */
export function ProfileHeader({ customer }: { customer: CustomerRecord }) {
  const translate = useTranslate();
  const { money, number, day } = useFormat();
  const { membership, stats } = customer;
  const name = customer.name || translate('app.nameless');
  const active = customer.status === 'ACTIVE';
  const canEdit = useCan('CUSTOMER_EDIT');
  useEffect(() => {
    document.title = `${name} · 留客 Liuke`;
  }, [name]);
  return (
    <Card sx={{ p: 2.5, mb: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 2 }}>
        <Typography variant="h4" component="h1" sx={{ overflowWrap: 'anywhere', mr: 1 }}>
          {name}
        </Typography>
        <Chip size="small" label={<TierName tier={membership.tier} />} variant="outlined" />
        <StatusChip type="LifecycleStage" value={stats.stage} />
        {active ? null : <StatusChip type="CustomerStatus" value={customer.status} />}
        <Box sx={{ flex: 1 }} />
        {active ? (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
            <GrantTierButton customerId={customer.id} />
            <GrantBenefitButton customerId={customer.id} />
            <AdjustPointsButton customerId={customer.id} balance={membership.points.balance} />
            <RefreshTierButton customerId={customer.id} />
            {canEdit ? <EditButton icon={<Edit />} /> : null}
            <EraseButton customerId={customer.id} />
          </Box>
        ) : null}
      </Box>
      {customer.mergedInto ? (
        <Alert severity="info" sx={{ mb: 2 }}>
          {translate('customers.mergedInto')} <CustomerLink customer={customer.mergedInto} />
        </Alert>
      ) : null}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(4, 1fr)' } }}>
        <Figure
          label="resources.customers.fields.spend"
          sub={translate('customers.orderCount', { smart_count: stats.orderCount })}
        >
          {money(stats.spend)}
        </Figure>
        <Figure label="customers.averageOrder">{money(stats.averageOrderValue)}</Figure>
        <Figure
          label="customers.points"
          sub={
            membership.points.debt > 0
              ? translate('customers.pointsDebt', { points: number(membership.points.debt) })
              : undefined
          }
        >
          {number(membership.points.balance)}
        </Figure>
        <Figure label="resources.customers.fields.lastOrderAt">{day(stats.lastOrderAt)}</Figure>
      </Box>
    </Card>
  );
}
