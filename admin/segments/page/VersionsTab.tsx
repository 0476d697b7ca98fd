import ExpandMore from '@mui/icons-material/ExpandMore';
import Restore from '@mui/icons-material/RestoreOutlined';
import { Accordion, AccordionDetails, AccordionSummary, Box, Chip, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useAsk } from '../../api/ask.js';
import { SegmentUpdateDocument, SegmentVersionsDocument } from '../../api/generated/operations.js';
import { IntentButton } from '../../ui/IntentButton.js';
import { useFormat } from '../../ui/useFormat.js';
import { Failed, Waiting } from '../../ui/Waiting.js';
import { inputOf } from '../builder/fromRule.js';
import { RuleSummary } from '../RuleSummary.js';
import type { SegmentRecord, SegmentVersionRecord } from '../types.js';
import { RuleDiff } from './RuleDiff.js';

/** Every version of the rules, what each changed, and the way back to it (S7). */
export function VersionsTab({ segment }: { segment: SegmentRecord }) {
  const { data, error } = useAsk('segmentVersions', SegmentVersionsDocument, { id: segment.id });
  if (error)
    return (
      <Box sx={{ p: 2 }}>
        <Failed error={error} />
      </Box>
    );
  if (!data?.segment) return <Waiting />;
  const versions = [...data.segment.versions].sort((a, b) => b.number - a.number);
  return (
    <Box sx={{ p: { xs: 1, sm: 2 } }}>
      {versions.map((version, at) => (
        <Version key={version.id} segment={segment} version={version} before={versions[at + 1]} newest={at === 0} />
      ))}
    </Box>
  );
}

interface VersionProps {
  segment: SegmentRecord;
  version: SegmentVersionRecord;
  before: SegmentVersionRecord | undefined;
  newest: boolean;
}

function Version({ segment, version, before, newest }: VersionProps) {
  const translate = useTranslate();
  const { minute } = useFormat();
  const { number, note, createdAt, createdBy, rules } = version;
  const current = number === segment.currentVersion.number;
  return (
    <Accordion disableGutters defaultExpanded={newest} slotProps={{ heading: { component: 'h2' } }} variant="outlined">
      <AccordionSummary expandIcon={<ExpandMore />} id={`version-${number}`} aria-controls={`version-${number}-rules`}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Typography sx={{ fontWeight: 600 }}>{translate('segments.versions.number', { number })}</Typography>
          {current ? (
            <Chip size="small" color="primary" variant="outlined" label={translate('segments.versions.current')} />
          ) : null}
          <Typography variant="body2" color="text.secondary">
            {[minute(createdAt), createdBy?.name, note].filter(Boolean).join(' · ')}
          </Typography>
        </Box>
      </AccordionSummary>
      <AccordionDetails id={`version-${number}-rules`} sx={{ display: 'grid', gap: 1.5 }}>
        {before ? <RuleDiff before={before.rules} after={rules} /> : <RuleSummary rule={rules} />}
        {current || segment.kind === 'LIST' ? null : (
          <Box>
            <IntentButton
              label="segments.versions.restore"
              icon={<Restore />}
              permission="SEGMENT_EDIT"
              variant="outlined"
              mutation={SegmentUpdateDocument}
              input={{
                id: segment.id,
                version: segment.version,
                rules: inputOf(rules),
                note: translate('segments.versions.restoreNote', { number }),
              }}
            />
          </Box>
        )}
      </AccordionDetails>
    </Accordion>
  );
}
