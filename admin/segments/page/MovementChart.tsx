import { useTranslate } from 'ra-core';
import type { SegmentMovementTotalsQuery } from '../../api/generated/operations.js';
import { dayAxes, tooltipOf } from '../../home/axes.js';
import { Chart } from '../../ui/Chart.js';
import { useFormat } from '../../ui/useFormat.js';

type Point = NonNullable<SegmentMovementTotalsQuery['segment']>['movementTotals'][number];

/** The members as a line; who came stands above the axis, who went below it. */
export function MovementChart({ points }: { points: readonly Point[] }) {
  const translate = useTranslate();
  const { localDay, number, compact } = useFormat();
  return (
    <Chart
      label="segments.tabs.movement"
      height={260}
      rows={points}
      rowKey={(row) => row.day}
      columns={[
        { title: 'home.day', cell: (row) => localDay(row.day) },
        { title: 'resources.segments.fields.members', number: true, cell: (row) => number(row.members) },
        { title: 'enums.SegmentDirection.ENTERED', number: true, cell: (row) => number(row.entered) },
        { title: 'enums.SegmentDirection.LEFT', number: true, cell: (row) => number(row.left) },
      ]}
      option={(colours) => {
        const axes = dayAxes(
          colours,
          points.map((row) => localDay(row.day)),
          (value) => compact(Math.abs(value)),
        );
        return {
          ...axes,
          // Members and movements differ by orders of magnitude: each has its own scale.
          yAxis: [
            { ...axes.yAxis, scale: true },
            { ...axes.yAxis, splitLine: { show: false } },
          ],
          tooltip: { ...tooltipOf(colours), valueFormatter: (value: number) => number(Math.abs(value)) },
          legend: { top: 0, right: 0, textStyle: { color: colours.quiet }, itemWidth: 12, itemHeight: 8 },
          series: [
            {
              name: translate('resources.segments.fields.members'),
              type: 'line',
              showSymbol: points.length < 3,
              data: points.map((row) => row.members),
              lineStyle: { color: colours.primary, width: 2 },
              itemStyle: { color: colours.primary },
            },
            {
              name: translate('enums.SegmentDirection.ENTERED'),
              type: 'bar',
              stack: 'moves',
              yAxisIndex: 1,
              barMaxWidth: 18,
              data: points.map((row) => row.entered),
              itemStyle: { color: colours.primary, opacity: 0.45 },
            },
            {
              name: translate('enums.SegmentDirection.LEFT'),
              type: 'bar',
              stack: 'moves',
              yAxisIndex: 1,
              barMaxWidth: 18,
              data: points.map((row) => -row.left),
              itemStyle: { color: colours.accent, opacity: 0.55 },
            },
          ],
        };
      }}
    />
  );
}
