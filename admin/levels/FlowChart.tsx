import { dayAxes, tooltipOf } from '../home/axes.js';
import { Chart } from '../ui/Chart.js';
import { useFormat } from '../ui/useFormat.js';
import { type Code, placesOf } from './codes.js';
import { colourOf } from './colours.js';
import type { FlowShown } from './flow.js';
import type { FlowPoint } from './types.js';
import { useLevels } from './useLevels.js';
import { useLevelWords } from './useLevelWords.js';

const countIn = (point: FlowPoint, code: Code): number => point.counts.find((one) => one.code === code)?.customers ?? 0;

/** The levels one on top of the other, period by period, the best at the bottom. */
export function FlowChart({ points, shown }: { points: readonly FlowPoint[]; shown: FlowShown }) {
  const { localFullDay, number, compact } = useFormat();
  const { levels } = useLevels();
  const words = useLevelWords(levels?.rules, levels?.cutoffs);
  const met = points.flatMap((point) => point.counts.filter(({ customers }) => customers > 0).map(({ code }) => code));
  const codes = placesOf(shown.kind, met).reverse();
  return (
    <Chart
      label="levels.flowChart"
      height={340}
      rows={points}
      rowKey={(point) => point.period}
      columns={[
        { title: `enums.FlowPeriod.${shown.per}`, cell: (point) => localFullDay(point.period) },
        ...codes.map((code) => ({
          title: words.level(shown.kind, code),
          number: true,
          cell: (point: FlowPoint) => number(countIn(point, code)),
        })),
      ]}
      option={(colours) => {
        const axes = dayAxes(
          colours,
          points.map((point) => localFullDay(point.period)),
          compact,
        );
        return {
          ...axes,
          grid: { ...axes.grid, top: 56, right: 30 },
          xAxis: { ...axes.xAxis, boundaryGap: points.length === 1 },
          tooltip: { ...tooltipOf(colours), valueFormatter: (value: number) => number(value) },
          legend: { top: 0, left: 0, textStyle: { color: colours.quiet }, itemWidth: 12, itemHeight: 8 },
          series: codes.map((code) => ({
            name: words.level(shown.kind, code),
            type: points.length === 1 ? 'bar' : 'line',
            stack: 'levels',
            symbol: 'none',
            data: points.map((point) => countIn(point, code)),
            itemStyle: { color: colourOf(code) },
            lineStyle: { width: 1, color: colourOf(code) },
            areaStyle: { color: colourOf(code), opacity: 0.75 },
          })),
        };
      }}
    />
  );
}
