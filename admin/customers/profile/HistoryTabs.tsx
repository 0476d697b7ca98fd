import Inbox from '@mui/icons-material/InboxOutlined';
import { Link } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import {
  CustomerGrantsDocument,
  CustomerOrdersDocument,
  CustomerPointsDocument,
  CustomerRedemptionsDocument,
  CustomerTierMovesDocument,
} from '../../api/generated/operations.js';
import { RevokeGrantButton } from '../../grants/RevokeGrantButton.js';
import { RedemptionButtons } from '../../redemptions/RedemptionButtons.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { MoreTable } from '../../ui/MoreTable.js';
import { useFormat } from '../../ui/useFormat.js';
import { StatusChip, TierName } from '../../ui/values.js';
import type { CustomerRecord } from '../types.js';

interface TabProps {
  customer: CustomerRecord;
}

const nothing = (what: string) => (
  <EmptyState dense icon={<Inbox />} title={`customers.empty.${what}`} hint={`customers.empty.${what}Hint`} />
);

/** The customer's orders, the latest first. */
export function OrdersTab({ customer }: TabProps) {
  const { money, minute, number } = useFormat();
  return (
    <MoreTable
      name="customerOrders"
      query={CustomerOrdersDocument}
      variables={{ id: customer.id }}
      read={(answer) => answer.customer?.orders}
      rowKey={(row) => row.id}
      label="customers.tabs.orders"
      empty={nothing('orders')}
      columns={[
        {
          title: 'resources.orders.fields.number',
          cell: (row) => (
            <Link component={RouterLink} to={`/orders/${row.id}/show`}>
              {row.number}
            </Link>
          ),
        },
        { title: 'resources.orders.fields.source', cell: (row) => row.source },
        { title: 'resources.orders.fields.placedAt', cell: (row) => minute(row.placedAt) },
        {
          title: 'resources.orders.fields.status',
          cell: (row) => <StatusChip type="OrderStatus" value={row.status} />,
        },
        { title: 'resources.orders.fields.amount', number: true, cell: (row) => money(row.amount, row.currency) },
        { title: 'resources.orders.fields.baseNet', number: true, cell: (row) => money(row.baseNet) },
        { title: 'customers.points', number: true, cell: (row) => number(row.points) },
      ]}
    />
  );
}

/** The points ledger (V2). */
export function PointsTab({ customer }: TabProps) {
  const translate = useTranslate();
  const { number, minute, day } = useFormat();
  return (
    <MoreTable
      name="customerPoints"
      query={CustomerPointsDocument}
      variables={{ id: customer.id }}
      read={(answer) => answer.customer?.pointsEntries}
      rowKey={(row) => String(row.seq)}
      label="customers.tabs.points"
      empty={nothing('points')}
      columns={[
        { title: 'app.at', cell: (row) => minute(row.at) },
        { title: 'app.kind', cell: (row) => translate(`enums.PointsEntryKind.${row.kind}`) },
        { title: 'customers.points', number: true, cell: (row) => `${row.points > 0 ? '+' : ''}${number(row.points)}` },
        { title: 'customers.balance', number: true, cell: (row) => number(row.balanceAfter) },
        { title: 'customers.expires', cell: (row) => day(row.expiresAt) },
        { title: 'app.reason', cell: (row) => row.reason ?? row.order?.number ?? '' },
      ]}
    />
  );
}

/** Benefits given to this customer personally. */
export function GrantsTab({ customer }: TabProps) {
  const translate = useTranslate();
  const { text, number, day } = useFormat();
  return (
    <MoreTable
      name="customerGrants"
      query={CustomerGrantsDocument}
      variables={{ id: customer.id }}
      read={(answer) => answer.customer?.grants}
      rowKey={(row) => row.id}
      label="customers.tabs.grants"
      empty={nothing('grants')}
      columns={[
        { title: 'app.benefit', cell: (row) => text(row.benefit.name) },
        { title: 'app.status', cell: (row) => <StatusChip type="GrantStatus" value={row.status} /> },
        { title: 'app.origin', cell: (row) => translate(`enums.GrantOrigin.${row.origin}`) },
        { title: 'app.used', number: true, cell: (row) => `${number(row.used)} / ${number(row.quantity)}` },
        { title: 'customers.validUntil', cell: (row) => (row.endsAt ? day(row.endsAt) : translate('app.noEnd')) },
        { title: 'app.reason', cell: (row) => row.reason ?? '' },
        { title: 'app.doIt', cell: (row) => <RevokeGrantButton grant={row} /> },
      ]}
    />
  );
}

/** What the customer redeemed (V4). */
export function RedemptionsTab({ customer }: TabProps) {
  const { text, number, minute } = useFormat();
  return (
    <MoreTable
      name="customerRedemptions"
      query={CustomerRedemptionsDocument}
      variables={{ id: customer.id }}
      read={(answer) => answer.customer?.redemptions}
      rowKey={(row) => row.id}
      label="customers.tabs.redemptions"
      empty={nothing('redemptions')}
      columns={[
        { title: 'resources.redemptions.fields.code', cell: (row) => row.code },
        { title: 'app.benefit', cell: (row) => text(row.benefit.name) },
        { title: 'app.status', cell: (row) => <StatusChip type="RedemptionStatus" value={row.status} /> },
        { title: 'app.quantity', number: true, cell: (row) => number(row.quantity) },
        { title: 'app.at', cell: (row) => minute(row.createdAt) },
        { title: 'app.doIt', cell: (row) => <RedemptionButtons redemption={row} /> },
      ]}
    />
  );
}

/** Every move between tiers and why it happened (V1). */
export function TierMovesTab({ customer }: TabProps) {
  const translate = useTranslate();
  const { minute } = useFormat();
  return (
    <MoreTable
      name="customerTierMoves"
      query={CustomerTierMovesDocument}
      variables={{ id: customer.id }}
      read={(answer) => answer.customer?.tierMoves}
      rowKey={(row) => row.id}
      label="customers.tabs.tierMoves"
      empty={nothing('tierMoves')}
      columns={[
        { title: 'app.at', cell: (row) => minute(row.at) },
        { title: 'app.from', cell: (row) => <TierName tier={row.from} /> },
        { title: 'app.to', cell: (row) => <TierName tier={row.to} /> },
        { title: 'app.cause', cell: (row) => translate(`enums.TierMoveCause.${row.cause}`) },
        { title: 'app.reason', cell: (row) => row.reason ?? row.order?.number ?? '' },
        { title: 'app.actor', cell: (row) => row.actor ?? '' },
      ]}
    />
  );
}
