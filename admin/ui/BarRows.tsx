import { Chart } from './Chart.js';
import type { MiniColumn } from './MiniTable.js';
import { useFormat } from './useFormat.js';

/** One bar: its name, its colour and its number. */
export interface BarRow {
  name: string;
  colour: string;
  count: number;
}

interface BarRowsProps {
  /** Translation keys: what the bars show, what their names are, what is counted. */
  label: string;
  names: string;
  counted: string;
  rows: readonly BarRow[];
}

/** Numbers as bars one below the other, the first at the top, each with its number; their shares stand in the table. */
export function BarRows({ label, names, counted, rows }: BarRowsProps) {
  const { number, percent } = useFormat();
  const total = rows.reduce((sum, { count }) => sum + count, 0);
  const columns: MiniColumn<BarRow>[] = [
    { title: names, cell: (row) => row.name },
    { title: counted, number: true, cell: (row) => number(row.count) },
    { title: 'home.share', number: true, cell: (row) => percent(row.count, total) },
  ];
  return (
    <Chart
      label={label}
      rows={rows}
      rowKey={(row) => row.name}
      columns={columns}
      option={({ text: ink, quiet, line }) => ({
        grid: { left: 8, right: 64, top: 8, bottom: 8, containLabel: true },
        xAxis: { type: 'value', show: false },
        yAxis: {
          type: 'category',
          inverse: true,
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
              itemStyle: { color: row.colour, borderColor: quiet, borderWidth: 0.5, borderRadius: 4 },
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
  );
}
