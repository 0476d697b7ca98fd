import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useAsk } from '../../api/ask.js';
import { CustomerLevelChangesDocument } from '../../api/generated/operations.js';
import { useChangeWords } from '../../levels/useChangeWords.js';
import { useLevels } from '../../levels/useLevels.js';
import { useLevelWords } from '../../levels/useLevelWords.js';
import { Fact, Facts, Section } from '../../ui/Section.js';
import { useFormat } from '../../ui/useFormat.js';
import { StatusChip } from '../../ui/values.js';
import type { CustomerRecord } from '../types.js';

/** How many of the latest changes the card shows; the rest stands in the history. */
const LATEST = 3;

/** The last changes of a level, each with its reason. */
function Latest({ customer }: { customer: CustomerRecord }) {
  const translate = useTranslate();
  const { localFullDay } = useFormat();
  const { moved, why } = useChangeWords();
  const { data } = useAsk('customerLatestLevels', CustomerLevelChangesDocument, { id: customer.id, first: LATEST });
  const changes = data?.customer?.levelChanges.nodes ?? [];
  if (changes.length === 0) return null;
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="subtitle2" component="h3">
        {translate('levels.recent')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {changes.map((change) => (
          <Box component="li" key={change.id} sx={{ mt: 0.75 }}>
            <Typography variant="body2">{moved(change)}</Typography>
            <Typography variant="caption" color="text.secondary">
              {localFullDay(change.on)} · {why(change)}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** Stage, value segment and RFM bands, in words, and what changed last (S1–S5). */
export function LevelsCard({ customer }: { customer: CustomerRecord }) {
  const translate = useTranslate();
  const { number, localFullDay } = useFormat();
  const { levels } = useLevels();
  const words = useLevelWords(levels?.rules, levels?.cutoffs);
  const { rfm, valueSegment, stage, daysBetweenOrders, lastEventOn } = customer.stats;
  const band = (kind: 'RECENCY' | 'FREQUENCY' | 'MONETARY', code: number | null) =>
    code === null ? '–' : words.named(kind, code);
  return (
    <Section title="levels.standing">
      <Box sx={{ display: 'flex', gap: 0.75, flexWrap: 'wrap', mb: 1.5 }}>
        <StatusChip type="LifecycleStage" value={stage} />
        <StatusChip type="ValueSegment" value={valueSegment} />
      </Box>
      <Facts>
        <Fact label="enums.LevelKind.RECENCY">{band('RECENCY', rfm.recency)}</Fact>
        <Fact label="enums.LevelKind.FREQUENCY">{band('FREQUENCY', rfm.frequency)}</Fact>
        <Fact label="enums.LevelKind.MONETARY">{band('MONETARY', rfm.monetary)}</Fact>
        <Fact label="levels.score">{rfm.score ?? '–'}</Fact>
        <Fact label="levels.daysSinceOrder">
          {rfm.daysSinceOrder === null
            ? translate('levels.never')
            : translate('levels.daysAgo', { smart_count: rfm.daysSinceOrder })}
        </Fact>
        <Fact label="levels.daysBetweenOrders">
          {daysBetweenOrders === null
            ? '–'
            : translate('app.days', { smart_count: Math.round(daysBetweenOrders * 10) / 10 })}
        </Fact>
        <Fact label="levels.ordersPerMonth">
          {number(rfm.ordersPerMonth && Math.round(rfm.ordersPerMonth * 10) / 10)}
        </Fact>
        <Fact label="levels.lastEventOn">{localFullDay(lastEventOn)}</Fact>
      </Facts>
      <Latest customer={customer} />
    </Section>
  );
}
