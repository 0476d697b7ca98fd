import type { LevelKind } from '../api/generated/operations.js';
import { Chart } from '../ui/Chart.js';
import { useFormat } from '../ui/useFormat.js';
import { type Code, type Move, pairsOf, placesOf } from './codes.js';
import { colourOf } from './colours.js';
import type { useLevelWords } from './useLevelWords.js';

interface FlowSankeyProps {
  moves: readonly Move[];
  kind: LevelKind;
  words: ReturnType<typeof useLevelWords>;
}

/** The moves as bands from the level left behind (at the left) to the new one (at the right). */
export function FlowSankey({ moves, kind, words }: FlowSankeyProps) {
  const { number } = useFormat();
  const pairs = pairsOf(moves);
  const name = (code: Code) => words.level(kind, code);
  // A level stands on both sides, so each side has nodes of its own.
  const sides = [
    { side: 'from', codes: pairs.map(({ from }) => from), label: 'right' },
    { side: 'to', codes: pairs.map(({ to }) => to), label: 'left' },
  ];
  const nodes = sides.flatMap(({ side, codes, label }) =>
    placesOf(kind, codes)
      .reverse()
      .filter((code) => codes.includes(code))
      .map((code) => ({
        name: `${side} ${code}`,
        itemStyle: { color: colourOf(code) },
        label: { position: label, formatter: name(code) },
      })),
  );
  return (
    <Chart
      label="levels.movesFlow"
      height={300}
      rows={pairs}
      rowKey={({ from, to }) => `${from} ${to}`}
      columns={[
        { title: 'app.from', cell: ({ from }) => name(from) },
        { title: 'app.to', cell: ({ to }) => name(to) },
        { title: 'levels.customers', number: true, cell: ({ customers }) => number(customers) },
      ]}
      option={({ text }) => ({
        animation: false,
        series: [
          {
            type: 'sankey',
            left: 4,
            right: 4,
            top: 8,
            bottom: 8,
            nodeGap: 12,
            layoutIterations: 0,
            draggable: false,
            silent: true,
            data: nodes,
            links: pairs.map(({ from, to, customers }) => ({
              source: `from ${from}`,
              target: `to ${to}`,
              value: customers,
            })),
            label: { color: text },
            lineStyle: { color: 'source', opacity: 0.35 },
          },
        ],
      })}
    />
  );
}
