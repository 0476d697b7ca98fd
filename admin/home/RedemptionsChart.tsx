import { Chart } from '../ui/Chart.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import { dayAxes, tooltipOf } from './axes.js';
import type { OverviewProps } from './types.js';

/** Redemptions of the last thirty days. */
export function RedemptionsChart({ overview }: OverviewProps) {
  const { localDay, number, money, compact } = useFormat();
  const rows = overview.redemptionsByDay;
  return (
    <Section title="home.redemptionsByDay">
      <Chart
        label="home.redemptionsByDay"
        rows={rows}
        rowKey={(row) => row.day}
        columns={[
          { title: 'home.day', cell: (row) => localDay(row.day) },
          { title: 'home.redemptions', number: true, cell: (row) => number(row.count) },
          { title: 'home.cost', number: true, cell: (row) => money(row.cost) },
        ]}
        option={(colours) => ({
          ...dayAxes(
            colours,
            rows.map((row) => localDay(row.day)),
            compact,
          ),
          tooltip: tooltipOf(colours),
          series: [
            {
              type: 'bar',
              data: rows.map((row) => row.count),
              itemStyle: { color: colours.primary, borderRadius: [3, 3, 0, 0] },
            },
          ],
        })}
      />
    </Section>
  );
}
