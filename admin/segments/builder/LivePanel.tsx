import { Alert, Box, Button, CircularProgress, LinearProgress, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { RefusedError } from '../../api/errors.js';
import type { SegmentRuleInput } from '../../api/generated/operations.js';
import { Section } from '../../ui/Section.js';
import { useFormat } from '../../ui/useFormat.js';
import { RuleSummary } from '../RuleSummary.js';
import { DayBox } from '../values/DayValue.js';
import { Sample } from './Sample.js';
import type { useLiveCount } from './useLiveCount.js';

interface LivePanelProps {
  rules: SegmentRuleInput | null;
  live: ReturnType<typeof useLiveCount>;
  /** How many conditions are not complete and so not counted. */
  open: number;
  asOf: string | null;
  onAsOf: (day: string | null) => void;
  onExact: () => void;
}

/** Beside the rules: how many customers they find, as of which day, in plain words, and ten of them. */
export function LivePanel({ rules, live, open, asOf, onAsOf, onExact }: LivePanelProps) {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      <Section title="segments.found">
        <Count live={live} empty={rules === null} onExact={onExact} />
        {open > 0 && rules ? (
          <Alert severity="info" sx={{ mt: 1.5 }}>
            {translate('segments.unfinished', { smart_count: open })}
          </Alert>
        ) : null}
        <Box sx={{ mt: 2, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'flex-start' }}>
          <DayBox
            label={translate('segments.asOf')}
            value={asOf ?? ''}
            helper={translate(asOf ? 'segments.asOfHint' : 'segments.asOfNow')}
            onChange={(day) => onAsOf(day || null)}
          />
          {asOf ? <Button onClick={() => onAsOf(null)}>{translate('segments.backToNow')}</Button> : null}
        </Box>
      </Section>
      {rules ? (
        <Section title="segments.inWords">
          <RuleSummary rule={rules} />
        </Section>
      ) : null}
      {rules ? <SampleSection rules={rules} live={live} asOf={asOf} /> : null}
    </Box>
  );
}

function Count({ live, empty, onExact }: Pick<LivePanelProps, 'live' | 'onExact'> & { empty: boolean }) {
  const translate = useTranslate();
  const { number, percent } = useFormat();
  const { count, stale, error } = live;
  if (empty) return <Typography color="text.secondary">{translate('segments.nothingYet')}</Typography>;
  if (error) {
    const message = error instanceof RefusedError ? 'segments.fixMarked' : (error as Error).message;
    return <Alert severity="error">{translate(message)}</Alert>;
  }
  const share = count && count.total > 0 ? (count.count / count.total) * 100 : 0;
  return (
    <Box aria-live="polite" aria-busy={stale} data-busy={stale ? '' : undefined}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, opacity: stale ? 0.55 : 1 }}>
        <Typography sx={{ fontSize: '2rem', fontWeight: 650, lineHeight: 1.2 }}>
          {count ? translate(count.exact ? 'segments.exactly' : 'segments.about', { count: number(count.count) }) : '…'}
        </Typography>
        {stale ? <CircularProgress size={20} aria-label={translate('segments.counting')} /> : null}
      </Box>
      {count ? (
        <Box sx={{ opacity: stale ? 0.55 : 1 }}>
          <LinearProgress variant="determinate" value={Math.min(100, share)} aria-label={translate('segments.share')} />
          <Typography variant="body2" color="text.secondary" sx={{ mt: 0.5 }}>
            {translate('segments.shareOf', { share: percent(count.count, count.total), total: number(count.total) })}
          </Typography>
          {count.exact || stale ? null : (
            <Typography variant="body2" color="text.secondary" component="div">
              {translate('segments.estimated')}
              <Button size="small" onClick={onExact}>
                {translate('segments.countExactly')}
              </Button>
            </Typography>
          )}
        </Box>
      ) : null}
    </Box>
  );
}

function SampleSection({
  rules,
  live,
  asOf,
}: {
  rules: SegmentRuleInput;
  live: LivePanelProps['live'];
  asOf: string | null;
}) {
  const translate = useTranslate();
  const [shown, setShown] = useState(true);
  const { sample, sampleError, stale } = live;
  return (
    <Section
      title="segments.sample"
      flush
      actions={
        <Button size="small" color="inherit" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {translate(shown ? 'segments.hide' : 'segments.show')}
        </Button>
      }
    >
      {shown ? (
        <Box sx={{ opacity: stale ? 0.55 : 1 }}>
          {sampleError ? (
            <Alert severity="error" sx={{ m: 2 }}>
              {translate(sampleError.message)}
            </Alert>
          ) : null}
          {sample ? <Sample members={sample} asked={{ rules, asOf }} /> : null}
        </Box>
      ) : null}
    </Section>
  );
}
