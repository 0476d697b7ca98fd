import ExpandMore from '@mui/icons-material/ExpandMore';
import { Accordion, AccordionDetails, AccordionSummary, Box, Button, Chip, Typography } from '@mui/material';
import { useTranslate } from 'ra-core';
import { get, useFormState, useWatch } from 'react-hook-form';
import { useFormat } from '../ui/useFormat.js';
import { BenefitFields } from './BenefitFields.js';

interface BenefitEditorProps {
  at: number;
  open: boolean;
  onToggle: (open: boolean) => void;
  onRemove: () => void;
}

/** One benefit of the draft: a line that opens into its fields; errors inside are seen from outside. */
export function BenefitEditor({ at, open, onToggle, onRemove }: BenefitEditorProps) {
  const translate = useTranslate();
  const { text } = useFormat();
  const { errors } = useFormState();
  const benefit = useWatch({ name: `benefits.${at}` });
  const wrong = Boolean(get(errors, `benefits.${at}`));
  if (!benefit) return null;
  return (
    <Accordion
      disableGutters
      expanded={open}
      onChange={(_event, expanded) => onToggle(expanded)}
      slotProps={{ heading: { component: 'h3' } }}
    >
      <AccordionSummary expandIcon={<ExpandMore />} id={`benefit-${at}`} aria-controls={`benefit-${at}-fields`}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Typography sx={{ fontWeight: 600 }}>{text(benefit.name) || benefit.code}</Typography>
          <Chip size="small" label={translate(`enums.BenefitKind.${benefit.kind}`)} />
          {wrong ? <Chip size="small" color="error" label={translate('program.hasErrors')} /> : null}
        </Box>
      </AccordionSummary>
      <AccordionDetails id={`benefit-${at}-fields`}>
        <BenefitFields at={at} existing={Boolean(benefit.id)} />
        <Button color="error" size="small" onClick={onRemove}>
          {translate('program.removeBenefit')}
        </Button>
      </AccordionDetails>
    </Accordion>
  );
}
