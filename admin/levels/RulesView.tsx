import { Box } from '@mui/material';
import { useTranslate } from 'ra-core';
import type { LevelKind } from '../api/generated/operations.js';
import { MiniTable } from '../ui/MiniTable.js';
import { Fact, Facts, Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import { BANDS } from './codes.js';
import type { LevelRules } from './types.js';
import { useLevelWords } from './useLevelWords.js';

interface RulesViewProps {
  rules: LevelRules;
  /** The cut-offs of spend in force; left out for a version that is not. */
  cutoffs?: readonly string[] | null;
  cutoffsAt?: string | null;
}

/** The thresholds to read: bands as a table, stages and value segments in words (S1–S5). */
export function RulesView({ rules, cutoffs, cutoffsAt }: RulesViewProps) {
  const translate = useTranslate();
  const { number, minute } = useFormat();
  const words = useLevelWords(rules, cutoffs);
  const schedule = translate(`enums.CutoffSchedule.${rules.cutoffEvery}`);
  const note = cutoffsAt
    ? translate('levels.cutoffsAt', { every: schedule, at: minute(cutoffsAt) })
    : translate('levels.cutoffsEvery', { every: schedule });
  const within = (kind: LevelKind, letter: string, band: number) =>
    translate(band === 1 ? 'levels.bandOnly' : 'levels.bandOrBetter', {
      band: `${letter}${band}`,
      words: words.band(kind, band),
    });
  const together = ({ recency, frequency, monetary }: LevelRules['highValue']) =>
    translate('levels.bandsTogether', {
      recency: within('RECENCY', 'R', recency),
      frequency: within('FREQUENCY', 'F', frequency),
      monetary: within('MONETARY', 'M', monetary),
    });
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Section title="levels.rfmBands" note={note} flush>
        <MiniTable
          label="levels.rfmBands"
          rows={BANDS}
          rowKey={(band) => String(band)}
          columns={[
            { title: 'levels.bandColumn', cell: (band) => translate(`levels.bandName.${band}`) },
            { title: 'enums.LevelKind.RECENCY', cell: (band) => words.band('RECENCY', band) },
            { title: 'enums.LevelKind.FREQUENCY', cell: (band) => words.band('FREQUENCY', band) },
            { title: 'enums.LevelKind.MONETARY', cell: (band) => words.band('MONETARY', band) },
            ...(cutoffs?.length ? [{ title: 'levels.cutoff', number: true, cell: words.amount }] : []),
          ]}
        />
      </Section>
      <Section title="levels.stages">
        <Facts columns={3}>
          <Fact label="enums.LifecycleStage.PROSPECT">{translate('levels.stageWords.PROSPECT')}</Fact>
          <Fact label="enums.LifecycleStage.NEW">
            {translate('levels.stageWords.NEW', { days: number(rules.newDays) })}
          </Fact>
          <Fact label="enums.LifecycleStage.ACTIVE">
            {translate('levels.stageWords.ACTIVE', {
              days: number(rules.activeDays),
              logins: number(rules.often.logins),
              within: number(rules.often.days),
            })}
          </Fact>
          <Fact label="enums.LifecycleStage.DORMANT">
            {translate('levels.stageWords.DORMANT', { days: number(rules.dormantDays) })}
          </Fact>
          <Fact label="enums.LifecycleStage.CHURNED">
            {translate('levels.stageWords.CHURNED', { days: number(rules.dormantDays) })}
          </Fact>
        </Facts>
      </Section>
      <Section title="levels.valueSegments" note={translate('levels.firstFits')}>
        <Facts columns={2}>
          <Fact label="enums.ValueSegment.HIGH_VALUE">{together(rules.highValue)}</Fact>
          <Fact label="enums.ValueSegment.MID_VALUE">{together(rules.midValue)}</Fact>
          <Fact label="levels.byStage">{translate('levels.byStageWords')}</Fact>
          <Fact label="enums.ValueSegment.OTHER">{translate('levels.otherWords')}</Fact>
        </Facts>
      </Section>
    </Box>
  );
}
