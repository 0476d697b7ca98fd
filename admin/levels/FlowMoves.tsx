import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { MoveMatrix } from '../ui/MoveMatrix.js';
import { useFormat } from '../ui/useFormat.js';
import { metIn, movesBetween, placesOf } from './codes.js';
import { FlowSankey } from './FlowSankey.js';
import type { FlowShown } from './flow.js';
import type { FlowPoint } from './types.js';
import { useLevels } from './useLevels.js';
import { useLevelWords } from './useLevelWords.js';

const ALL = 'all';

/** Who moved from which level to which, over all periods shown or in one of them. */
export function FlowMoves({ points, shown }: { points: readonly FlowPoint[]; shown: FlowShown }) {
  const translate = useTranslate();
  const { localFullDay, number } = useFormat();
  const { levels } = useLevels();
  const words = useLevelWords(levels?.rules, levels?.cutoffs);
  const [picked, setPicked] = useState(ALL);
  const period = points.some((point) => point.period === picked) ? picked : ALL;
  const moves = points.filter((point) => period === ALL || point.period === period).flatMap((point) => point.moves);
  const places = placesOf(shown.kind, metIn(moves));
  const total = moves.filter(({ from, to }) => from !== to).reduce((sum, { customers }) => sum + customers, 0);
  return (
    <Box>
      <TextField
        select
        label={translate('levels.movesIn')}
        value={period}
        onChange={(event) => setPicked(event.target.value)}
        sx={{ m: 0, mb: 2, width: 220 }}
      >
        <MenuItem value={ALL}>{translate('levels.allPeriods')}</MenuItem>
        {points.map((point) => (
          <MenuItem key={point.period} value={point.period}>
            {localFullDay(point.period)}
          </MenuItem>
        ))}
      </TextField>
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, auto) minmax(300px, 1fr)', xl: 'minmax(0, 1fr)' },
        }}
      >
        <MoveMatrix
          title="levels.moves"
          places={places.map((code) => ({ key: code ?? 'none', name: words.level(shown.kind, code) }))}
          count={(from, to) => movesBetween(moves, places[from] ?? null, places[to] ?? null)}
        />
        {total > 0 ? <FlowSankey moves={moves} kind={shown.kind} words={words} /> : null}
      </Box>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 1 }}>
        {translate('levels.movesTotal', { smart_count: total, moves: number(total) })}
      </Typography>
    </Box>
  );
}
