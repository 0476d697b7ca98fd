import { Box, Typography } from '@mui/material';

/** The seal of Liuke: the character 留 drawn as strokes, so that it looks the same on every machine. */
export function Seal({ size = 30 }: { size?: number }) {
  return <Box component="img" src="/favicon.svg" alt="" sx={{ width: size, height: size, display: 'block' }} />;
}

/** Seal and name, as the app bar and the sign-in page show them. */
export function Brand({ size = 30 }: { size?: number }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25 }}>
      <Seal size={size} />
      <Typography component="span" sx={{ fontWeight: 700, fontSize: size * 0.6, lineHeight: 1, whiteSpace: 'nowrap' }}>
        留客{' '}
        <Box component="span" sx={{ color: 'text.secondary', fontWeight: 500, fontSize: '0.8em' }}>
          Liuke
        </Box>
      </Typography>
    </Box>
  );
}
