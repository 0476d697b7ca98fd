import CardGiftcard from '@mui/icons-material/CardGiftcardOutlined';
import HowToReg from '@mui/icons-material/HowToRegOutlined';
import LocalActivity from '@mui/icons-material/LocalActivityOutlined';
import MergeType from '@mui/icons-material/MergeTypeOutlined';
import PersonAdd from '@mui/icons-material/PersonAddAltOutlined';
import ReceiptLong from '@mui/icons-material/ReceiptLongOutlined';
import Stars from '@mui/icons-material/StarsOutlined';
import StickyNote from '@mui/icons-material/StickyNote2Outlined';
import SwapVert from '@mui/icons-material/SwapVertOutlined';
import Timeline from '@mui/icons-material/TimelineOutlined';
import TouchApp from '@mui/icons-material/TouchAppOutlined';
import Undo from '@mui/icons-material/UndoOutlined';
import { Box } from '@mui/material';
import type { ReactElement } from 'react';
import type { TimelineKind } from '../../api/generated/operations.js';

const ICONS: Record<TimelineKind, ReactElement> = {
  REGISTERED: <PersonAdd fontSize="small" />,
  ORDER: <ReceiptLong fontSize="small" />,
  REFUND: <Undo fontSize="small" />,
  CANCELLATION: <Undo fontSize="small" />,
  POINTS: <Stars fontSize="small" />,
  TIER_MOVE: <SwapVert fontSize="small" />,
  GRANT: <CardGiftcard fontSize="small" />,
  REDEMPTION: <LocalActivity fontSize="small" />,
  NOTE: <StickyNote fontSize="small" />,
  MERGE: <MergeType fontSize="small" />,
  CONSENT: <HowToReg fontSize="small" />,
  LEVEL: <Timeline fontSize="small" />,
  EVENTS: <TouchApp fontSize="small" />,
};

/** The round sign of one kind of event. */
export function TimelineIcon({ kind }: { kind: TimelineKind }) {
  return (
    <Box
      aria-hidden
      sx={{
        width: 32,
        height: 32,
        borderRadius: '50%',
        display: 'grid',
        placeItems: 'center',
        flex: 'none',
        color: 'primary.main',
        bgcolor: (theme) => `${theme.palette.primary.main}1a`,
      }}
    >
      {ICONS[kind]}
    </Box>
  );
}
