import { Chart } from '../ui/Chart.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import { dayAxes, tooltipOf } from './axes.js';
import type { OverviewProps } from './types.js';

/** What customers spent, day by day. */
export function OrdersChart({ overview }: OverviewProps) {
  const { localDay, number, money, moneyWhole, compact } = useFormat();
  const rows = overview.ordersByDay;
  return (
    <Section title="home.ordersByDay">
      <Chart
        label="home.ordersByDay"
        rows={rows}
        rowKey={(row) => row.day}
        columns={[
          { title: 'home.day', cell: (row) => localDay(row.day) },
          { title: 'home.orders', number: true, cell: (row) => number(row.orders) },
          { title: 'home.spend', number: true, cell: (row) => money(row.spend) },
        ]}
        option={(colours) => ({
          ...dayAxes(
            colours,
            rows.map((row) => localDay(row.day)),
            compact,
          ),
          tooltip: { ...tooltipOf(colours), valueFormatter: (value: number) => moneyWhole(String(value)) },
          series: [
            {
              type: 'line',
              smooth: 0.25,
              showSymbol: false,
              data: rows.map((row) => Number(row.spend)),
              lineStyle: { color: colours.primary, width: 2 },
              itemStyle: { color: colours.primary },
              areaStyle: { color: colours.primary, opacity: 0.12 },
            },
          ],
        })}
      />
    </Section>
  );
}
