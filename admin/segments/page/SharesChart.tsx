import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { tooltipOf } from '../../home/axes.js';
import { Chart } from '../../ui/Chart.js';
import { useFormat } from '../../ui/useFormat.js';

/** How many of the members, and of everybody, are one thing. */
export interface Share {
  name: string;
  members: number;
  everybody: number;
}

interface SharesChartProps {
  /** Translation key. */
  title: string;
  rows: Share[];
  /** All members, and all customers: what the shares are of. */
  members: number;
  everybody: number;
}

/** The shares among the members beside those among everybody, so that one sees what is special. */
export function SharesChart({ title, rows, members, everybody }: SharesChartProps) {
  const translate = useTranslate();
  const { number, percent } = useFormat();
  const share = (part: number, whole: number) => (whole === 0 ? 0 : (part / whole) * 100);
  const high = rows.some((row) => Math.max(share(row.members, members), share(row.everybody, everybody)) > 75);
  return (
    <Box component="section" sx={{ minWidth: 0 }}>
      <Typography variant="subtitle1" component="h2">
        {translate(title)}
      </Typography>
      <Chart
        label={title}
        height={Math.max(140, rows.length * 38 + 40)}
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          { title, cell: (row) => row.name },
          { title: 'resources.segments.fields.members', number: true, cell: (row) => number(row.members) },
          { title: 'segments.profile.share', number: true, cell: (row) => percent(row.members, members) },
          { title: 'segments.profile.everybody', number: true, cell: (row) => number(row.everybody) },
          { title: 'segments.profile.everybodyShare', number: true, cell: (row) => percent(row.everybody, everybody) },
        ]}
        option={(colours) => ({
          grid: { left: 4, right: 16, top: 28, bottom: 4, containLabel: true },
          legend: { top: 0, right: 0, textStyle: { color: colours.quiet }, itemWidth: 12, itemHeight: 8 },
          tooltip: { ...tooltipOf(colours), valueFormatter: (value: number) => percent(value, 100) },
          xAxis: {
            type: 'value',
            ...(high ? { max: 100, interval: 25 } : { splitNumber: 4 }),
            axisLabel: { color: colours.quiet, hideOverlap: true, formatter: (value: number) => `${value} %` },
            splitLine: { lineStyle: { color: colours.line } },
          },
          yAxis: {
            type: 'category',
            inverse: true,
            data: rows.map((row) => row.name),
            axisLine: { lineStyle: { color: colours.line } },
            axisTick: { show: false },
            axisLabel: { color: colours.text, width: 120, overflow: 'truncate' },
          },
          series: [
            {
              name: translate('resources.segments.fields.members'),
              type: 'bar',
              data: rows.map((row) => share(row.members, members)),
              itemStyle: { color: colours.primary, borderRadius: 3 },
            },
            {
              name: translate('segments.profile.everybody'),
              type: 'bar',
              data: rows.map((row) => share(row.everybody, everybody)),
              itemStyle: { color: colours.quiet, opacity: 0.55, borderRadius: 3 },
            },
          ],
        })}
      />
    </Box>
  );
}
