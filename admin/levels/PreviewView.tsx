import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { Headline } from '../ui/Headline.js';
import { MoveMatrix } from '../ui/MoveMatrix.js';
import { useFormat } from '../ui/useFormat.js';
import { metIn, movesBetween, placesOf } from './codes.js';
import type { Preview } from './types.js';
import { useLevelWords } from './useLevelWords.js';

/** What publishing does to everybody: how many change, the cut-offs, and who goes from where to where. */
export function PreviewView({ preview }: { preview: Preview }) {
  const translate = useTranslate();
  const { number, percent, moneyWhole, minute } = useFormat();
  // Bands carry their letters only: on the two sides they lie between other bounds.
  const words = useLevelWords();
  const { total, changed, stay, cutoffs, matrices } = preview;
  return (
    <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(3, 1fr)', lg: 'repeat(5, 1fr)' },
        }}
      >
        <Headline
          label="levels.changed"
          value={number(changed)}
          note={percent(changed, total)}
          tone={changed > 0 ? 'warning.main' : undefined}
        />
        <Headline label="levels.stay" value={number(stay)} note={percent(stay, total)} />
        {cutoffs.map((cutoff, at) => (
          <Headline key={cutoff} label={translate('levels.cutoffOf', { band: at + 1 })} value={moneyWhole(cutoff)} />
        ))}
      </Box>
      <Typography variant="caption" color="text.secondary">
        {translate('program.computedAt', { at: minute(preview.computedAt), total: number(total) })}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, '& > *': { maxWidth: '100%' } }}>
        {matrices.map(({ kind, cells }) => {
          const places = placesOf(kind, metIn(cells));
          return (
            <MoveMatrix
              key={kind}
              title={`enums.LevelKind.${kind}`}
              places={places.map((code) => ({ key: code ?? 'none', name: words.level(kind, code) }))}
              count={(from, to) => movesBetween(cells, places[from] ?? null, places[to] ?? null)}
            />
          );
        })}
      </Box>
    </Box>
  );
}
