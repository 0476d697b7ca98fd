import History from '@mui/icons-material/HistoryOutlined';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { CustomerTimelineDocument, type CustomerTimelineQuery } from '../../api/generated/operations.js';
import { EmptyState } from '../../ui/EmptyState.js';
import { MoreButton, usePages } from '../../ui/MoreTable.js';
import { useFormat } from '../../ui/useFormat.js';
import { Failed, Waiting } from '../../ui/Waiting.js';
import type { CustomerRecord } from '../types.js';
import { TimelineIcon } from './TimelineIcon.js';
import { useTimelineText } from './useTimelineText.js';

export type TimelineNode = NonNullable<CustomerTimelineQuery['customer']>['timeline']['nodes'][number];

function Item({ item }: { item: TimelineNode }) {
  const translate = useTranslate();
  const { minute, localDay } = useFormat();
  const { title, detail } = useTimelineText(item);
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 1.5,
        pb: 2.25,
        position: 'relative',
        '&:not(:last-of-type)::before': {
          content: '""',
          position: 'absolute',
          left: 15,
          top: 34,
          bottom: 2,
          width: 2,
          bgcolor: 'divider',
        },
      }}
    >
      <TimelineIcon kind={item.kind} />
      <Box sx={{ minWidth: 0, flex: 1, pt: 0.4 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'baseline' }}>
          <Typography variant="caption" color="text.secondary" sx={{ width: { sm: 92 }, flex: 'none' }}>
            {translate(`enums.TimelineKind.${item.kind}`)}
          </Typography>
          <Typography
            variant="body2"
            sx={{ fontWeight: 500, flex: 1, minWidth: 120, overflowWrap: 'anywhere' }}
            component="div"
          >
            {title}
          </Typography>
          <Typography variant="caption" color="text.secondary" component="time" dateTime={item.at}>
            {item.events ? localDay(item.events.day) : minute(item.at)}
          </Typography>
        </Box>
        {detail ? (
          <Typography
            variant="body2"
            color="text.secondary"
            sx={{ ml: { sm: '100px' }, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}
          >
            {detail}
          </Typography>
        ) : null}
      </Box>
    </Box>
  );
}

/** One timeline of all that happened to the customer, the latest first (A2). */
export function Timeline({ customer }: { customer: CustomerRecord }) {
  const pages = usePages(
    'customerTimeline',
    CustomerTimelineDocument,
    { id: customer.id },
    (answer) => answer.customer?.timeline,
  );
  if (pages.isPending) return <Waiting />;
  if (pages.error) return <Failed error={pages.error} />;
  if (pages.nodes.length === 0) {
    return <EmptyState dense icon={<History />} title="customers.empty.timeline" hint="customers.empty.timelineHint" />;
  }
  return (
    <Box sx={{ p: 2.5 }}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {pages.nodes.map((item) => (
          <Item key={item.id} item={item} />
        ))}
      </Box>
      <MoreButton pages={pages} />
    </Box>
  );
}
