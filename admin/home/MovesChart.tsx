import { useTranslate } from 'ra-core';
import { Chart } from '../ui/Chart.js';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import { dayAxes, tooltipOf } from './axes.js';
import type { OverviewProps } from './types.js';

/** Upgrades above the line, downgrades below it, day by day. */
export function MovesChart({ overview }: OverviewProps) {
  const translate = useTranslate();
  const { localDay, number, compact } = useFormat();
  const rows = overview.movesByDay;
  return (
    <Section title="home.movesByDay">
      <Chart
        label="home.movesByDay"
        rows={rows}
        rowKey={(row) => row.day}
        columns={[
          { title: 'home.day', cell: (row) => localDay(row.day) },
          { title: 'enums.TierDirection.UP', number: true, cell: (row) => number(row.up) },
          { title: 'enums.TierDirection.DOWN', number: true, cell: (row) => number(row.down) },
        ]}
        option={(colours) => ({
          ...dayAxes(
            colours,
            rows.map((row) => localDay(row.day)),
            (value) => compact(Math.abs(value)),
          ),
          tooltip: { ...tooltipOf(colours), valueFormatter: (value: number) => number(Math.abs(value)) },
          legend: { top: 0, right: 0, textStyle: { color: colours.quiet }, itemWidth: 12, itemHeight: 8 },
          series: [
            {
              name: translate('enums.TierDirection.UP'),
              type: 'bar',
              stack: 'moves',
              data: rows.map((row) => row.up),
              itemStyle: { color: colours.primary },
            },
            {
              name: translate('enums.TierDirection.DOWN'),
              type: 'bar',
              stack: 'moves',
              data: rows.map((row) => -row.down),
              itemStyle: { color: colours.accent },
            },
          ],
        })}
      />
    </Section>
  );
}
