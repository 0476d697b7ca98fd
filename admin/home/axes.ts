import type { ChartColours } from '../ui/Chart.js';

/** A day axis below and a value axis at the left, in quiet lines. */
export function dayAxes({ quiet, line }: ChartColours, days: string[], compact: (value: number) => string) {
  return {
    grid: { left: 4, right: 8, top: 28, bottom: 4, containLabel: true },
    xAxis: {
      type: 'category',
      data: days,
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
      axisLabel: { color: quiet, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      splitLine: { lineStyle: { color: line } },
      axisLabel: { color: quiet, formatter: (value: number) => compact(value) },
    },
  };
}

/** A tooltip in the colours of the theme. */
export function tooltipOf({ paper, text, line }: ChartColours) {
  return { trigger: 'axis', backgroundColor: paper, borderColor: line, textStyle: { color: text } };
}
