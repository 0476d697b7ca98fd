import CardGiftcard from '@mui/icons-material/CardGiftcardOutlined';
import { useTranslate } from 'ra-core';
import { EmptyState } from '../../ui/EmptyState.js';
import { MiniTable } from '../../ui/MiniTable.js';
import { useFormat } from '../../ui/useFormat.js';
import { RedeemButton } from '../actions/RedeemButton.js';
import type { CustomerRecord } from '../types.js';

/** What the customer can use now: from the tier and from personal grants (V4). */
export function PerksTab({ customer }: { customer: CustomerRecord }) {
  const translate = useTranslate();
  const { text, day, number } = useFormat();
  if (customer.perks.length === 0) {
    return <EmptyState dense icon={<CardGiftcard />} title="customers.empty.perks" hint="customers.empty.perksHint" />;
  }
  return (
    <MiniTable
      label="customers.tabs.perks"
      rows={customer.perks}
      rowKey={(perk) => perk.id}
      columns={[
        { title: 'app.benefit', cell: (perk) => text(perk.benefit.name) },
        { title: 'customers.perkSource', cell: (perk) => translate(`enums.PerkSource.${perk.source}`) },
        {
          title: 'customers.remaining',
          number: true,
          cell: (perk) => (perk.remaining === null ? translate('app.unlimited') : number(perk.remaining)),
        },
        {
          title: 'customers.validUntil',
          cell: (perk) => (perk.validUntil ? day(perk.validUntil) : translate('app.noEnd')),
        },
        { title: 'app.doIt', cell: (perk) => <RedeemButton customerId={customer.id} perk={perk} /> },
      ]}
    />
  );
}
