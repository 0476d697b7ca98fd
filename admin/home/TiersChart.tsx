import { useTranslate } from 'ra-core';
import { Chart } from '../ui/Chart.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import type { OverviewProps } from './types.js';

/** How many members each tier has, and how many customers have none yet. */
export function TiersChart({ overview }: OverviewProps) {
  const translate = useTranslate();
  const { text, number, percent } = useFormat();
  const rows = [
    ...overview.membersByTier.map(({ tier, count }) => ({ name: text(tier.name), color: tier.color, count })),
    { name: translate('app.noTier'), color: '#9aa39e', count: overview.noTier },
  ];
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section title="home.membersByTier">
      <Chart
        label="home.membersByTier"
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          { title: 'app.tier', cell: (row) => row.name },
          { title: 'home.count', number: true, cell: (row) => number(row.count) },
          { title: 'home.share', number: true, cell: (row) => percent(row.count, total) },
        ]}
        option={({ text: ink, quiet, line }) => ({
          grid: { left: 8, right: 64, top: 8, bottom: 8, containLabel: true },
          xAxis: { type: 'value', show: false },
          yAxis: {
            type: 'category',
            data: rows.map((row) => row.name),
            axisLine: { lineStyle: { color: line } },
            axisTick: { show: false },
            axisLabel: { color: ink },
          },
          tooltip: { trigger: 'item' },
          series: [
            {
              type: 'bar',
              barMaxWidth: 26,
              data: rows.map((row) => ({
                value: row.count,
                itemStyle: { color: row.color, borderColor: quiet, borderWidth: 0.5, borderRadius: 4 },
              })),
              label: {
                show: true,
                position: 'right',
                color: ink,
                formatter: ({ value }: { value: number }) => number(value),
              },
            },
          ],
        })}
      />
    </Section>
  );
}
