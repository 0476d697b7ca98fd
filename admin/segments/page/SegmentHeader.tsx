import ContentCopy from '@mui/icons-material/ContentCopyOutlined';
import Edit from '@mui/icons-material/EditOutlined';
import Refresh from '@mui/icons-material/Refresh';
import { Box, Button, Card, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useEffect } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../access/useCan.js';
import { useAsk } from '../../api/ask.js';
import { SegmentRefreshDocument, SegmentSizeDocument } from '../../api/generated/operations.js';
import { Headline } from '../../ui/Headline.js';
import { IntentButton } from '../../ui/IntentButton.js';
import { useFormat } from '../../ui/useFormat.js';
import { ArchiveButton } from '../actions/ArchiveButton.js';
import { ExportButton } from '../actions/ExportButton.js';
import { FreezeButton } from '../actions/FreezeButton.js';
import { inputOf } from '../builder/fromRule.js';
import { SegmentChips } from '../SegmentChips.js';
import type { SegmentRecord } from '../types.js';

/** Name, size and today's movement at a glance, and what can be done with the segment. */
export function SegmentHeader({ segment }: { segment: SegmentRecord }) {
  const translate = useTranslate();
  const { name, description, lastPoint } = segment;
  const { number, localDay, day, time } = useFormat();
  useEffect(() => {
    document.title = `${name} · 留客 Liuke`;
  }, [name]);
  const today = translate('segments.onDay', { day: localDay(lastPoint?.day) });
  return (
    <Card sx={{ p: 2.5, mb: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 0.5 }}>
        <Typography variant="h4" component="h1" sx={{ overflowWrap: 'anywhere', mr: 1 }}>
          {name}
        </Typography>
        <SegmentChips segment={segment} />
      </Box>
      {description ? (
        <Typography color="text.secondary" variant="body2" sx={{ mb: 1.5 }}>
          {description}
        </Typography>
      ) : null}
      <Actions segment={segment} />
      <Box sx={{ display: 'grid', gap: 2, mt: 2, gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(4, 1fr)' } }}>
        <Size segment={segment} />
        <Headline label="enums.SegmentDirection.ENTERED" value={number(lastPoint?.entered)} note={today} />
        <Headline label="enums.SegmentDirection.LEFT" value={number(lastPoint?.left)} note={today} />
        <Headline
          label="segments.refreshedAt"
          value={segment.refreshedAt ? time(segment.refreshedAt) : '–'}
          note={day(segment.refreshedAt)}
        />
      </Box>
    </Card>
  );
}

/** How many are in it now; counted when the page opens. */
function Size({ segment }: { segment: SegmentRecord }) {
  const translate = useTranslate();
  const { number, percent } = useFormat();
  const { data, error } = useAsk('segmentSize', SegmentSizeDocument, { id: segment.id }, { costly: true });
  const size = data?.segment?.memberCount;
  const said = size
    ? translate(size.exact ? 'segments.exactly' : 'segments.about', { count: number(size.count) })
    : '…';
  return (
    <Headline
      label="resources.segments.fields.members"
      value={error ? '–' : said}
      note={
        error
          ? translate((error as Error).message)
          : size && translate('segments.shareOf', { share: percent(size.count, size.total), total: number(size.total) })
      }
    />
  );
}

function Actions({ segment }: { segment: SegmentRecord }) {
  const translate = useTranslate();
  const canEdit = useCan('SEGMENT_EDIT');
  const { id, kind, name, description, currentVersion, archivedAt } = segment;
  const copy = {
    record: {
      name: translate('segments.copyOf', { name }),
      description,
      rules: kind === 'DYNAMIC' ? inputOf(currentVersion.rules) : undefined,
    },
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
      {canEdit && !archivedAt ? (
        <Button size="small" component={Link} to={`/segments/${id}`} startIcon={<Edit />}>
          {translate('ra.action.edit')}
        </Button>
      ) : null}
      {archivedAt ? null : <ExportButton segment={segment} />}
      {canEdit && kind === 'DYNAMIC' ? (
        <Button size="small" component={Link} to="/segments/create" state={copy} startIcon={<ContentCopy />}>
          {translate('segments.duplicate')}
        </Button>
      ) : null}
      {archivedAt ? null : <FreezeButton segment={segment} />}
      {archivedAt || kind === 'LIST' ? null : (
        <IntentButton
          label="segments.refresh"
          icon={<Refresh />}
          permission="SEGMENT_EDIT"
          variant="text"
          size="small"
          mutation={SegmentRefreshDocument}
          input={{ id }}
        />
      )}
      <ArchiveButton segment={segment} />
    </Box>
  );
}
