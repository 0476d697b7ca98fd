import { Box } from '@mui/material';
import { ShowBase, useShowContext, useTranslate } from 'ra-core';
import type { OrderOneQuery } from '../api/generated/operations.js';
import { WHOLE } from '../api/whole.js';
import { MiniTable } from '../ui/MiniTable.js';
import { PageTitle } from '../ui/PageTitle.js';
import { Fact, Facts, Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import { CustomerLink, StatusChip } from '../ui/values.js';
import { Failed, Waiting } from '../ui/Waiting.js';

type OrderRecord = NonNullable<OrderOneQuery['one']>;
const label = (name: string) => `resources.orders.fields.${name}`;

function Reversals({ order }: { order: OrderRecord }) {
  const translate = useTranslate();
  const { money, minute } = useFormat();
  if (order.reversals.length === 0) return null;
  return (
    <Section title="orders.reversals" flush>
      <MiniTable
        label="orders.reversals"
        rows={order.reversals}
        rowKey={(row) => row.id}
        columns={[
          { title: 'app.kind', cell: (row) => translate(`enums.ReversalKind.${row.kind}`) },
          { title: label('number'), cell: (row) => row.number ?? '' },
          { title: label('amount'), number: true, cell: (row) => money(row.amount, order.currency) },
          { title: 'orders.applied', cell: (row) => translate(row.applied ? 'ra.boolean.true' : 'orders.waiting') },
          { title: 'app.at', cell: (row) => minute(row.occurredAt) },
          { title: 'app.reason', cell: (row) => row.reason ?? '' },
        ]}
      />
    </Section>
  );
}

function OrderView() {
  const translate = useTranslate();
  const { record: order, isPending, error } = useShowContext<OrderRecord>();
  const { money, minute, number } = useFormat();
  if (error) return <Failed error={error} />;
  if (isPending || !order) return <Waiting lines={8} />;
  return (
    <>
      <PageTitle title={translate('orders.title', { number: order.number })}>
        <StatusChip type="OrderStatus" value={order.status} />
      </PageTitle>
      <Box sx={{ display: 'grid', gap: 2 }}>
        <Section>
          <Facts columns={4}>
            <Fact label={label('customer')}>
              <CustomerLink customer={order.customer} />
            </Fact>
            <Fact label={label('source')}>{order.source}</Fact>
            <Fact label={label('placedAt')}>{minute(order.placedAt)}</Fact>
            <Fact label={label('amount')}>{money(order.amount, order.currency)}</Fact>
            <Fact label={label('refunded')}>{money(order.refunded, order.currency)}</Fact>
            <Fact label={label('baseAmount')}>{money(order.baseAmount)}</Fact>
            <Fact label={label('baseNet')}>{money(order.baseNet)}</Fact>
            <Fact label={label('points')}>{number(order.points)}</Fact>
          </Facts>
        </Section>
        <Section title="orders.lines" flush>
          <MiniTable
            label="orders.lines"
            rows={order.lines}
            rowKey={(row) => String(row.position)}
            columns={[
              { title: 'orders.sku', cell: (row) => row.sku },
              { title: 'orders.product', cell: (row) => row.name ?? '' },
              { title: 'orders.category', cell: (row) => row.category ?? '' },
              { title: 'app.quantity', number: true, cell: (row) => number(row.quantity) },
              { title: 'orders.unitPrice', number: true, cell: (row) => money(row.unitPrice, order.currency) },
              { title: label('amount'), number: true, cell: (row) => money(row.amount, order.currency) },
            ]}
          />
        </Section>
        <Reversals order={order} />
      </Box>
    </>
  );
}

/** One order with its lines and what was taken back of it. */
export default function OrderShow() {
  return (
    <ShowBase queryOptions={WHOLE}>
      <OrderView />
    </ShowBase>
  );
}
