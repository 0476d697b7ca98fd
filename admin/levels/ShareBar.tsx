import { Box } from '@mui/material';

interface ShareBarProps {
  /** Between 0 and 1. */
  share: number;
  colour: string;
  /** The share in words. */
  text: string;
}

/** A share as a bar with its number beside it. */
export function ShareBar({ share, colour, text }: ShareBarProps) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minWidth: 130 }}>
      <Box aria-hidden sx={{ flex: 1, height: 8, borderRadius: 4, bgcolor: 'action.hover', overflow: 'hidden' }}>
        <Box sx={{ height: '100%' }} style={{ width: `${share * 100}%`, backgroundColor: colour }} />
      </Box>
      <Box component="span" sx={{ width: 52, textAlign: 'right' }}>
        {text}
      </Box>
    </Box>
  );
}
