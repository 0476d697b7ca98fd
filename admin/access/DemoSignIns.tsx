import { Box, Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { ask } from '../api/ask.js';
import { SignInChoicesDocument } from '../api/generated/operations.js';

interface DemoSignInsProps {
  disabled: boolean;
  onChoose: (email: string, password: string) => unknown;
}

/** One button per role of the demo company; nothing at all elsewhere. */
export function DemoSignIns({ disabled, onChoose }: DemoSignInsProps) {
  const translate = useTranslate();
  const { data } = useQuery({ queryKey: ['demoSignIns'], queryFn: () => ask(SignInChoicesDocument), retry: false });
  const choices = data?.demoSignIns ?? [];
  if (choices.length === 0) return null;
  return (
    <Box component="section" aria-labelledby="demo-sign-ins" sx={{ mt: 3 }}>
      <Typography id="demo-sign-ins" variant="subtitle2" component="h2" color="text.secondary" sx={{ mb: 1 }}>
        {translate('signIn.demo')}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1 }}>
        {choices.map(({ email, password, role, name }) => (
          <Button
            key={email}
            variant="outlined"
            disabled={disabled}
            onClick={() => onChoose(email, password)}
            sx={{
              flexDirection: 'column',
              alignItems: 'flex-start',
              lineHeight: 1.35,
              py: 1,
              bgcolor: 'background.paper',
              textAlign: 'left',
            }}
          >
            {translate(`enums.StaffRole.${role}`)}
            <Typography variant="caption" color="text.secondary" component="span">
              {name}
            </Typography>
          </Button>
        ))}
      </Box>
    </Box>
  );
}
