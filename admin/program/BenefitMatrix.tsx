import { Checkbox, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'ra-core';
import { useFormContext, useWatch } from 'react-hook-form';
import { Section } from '../ui/Section.js';
import { useFormat } from '../ui/useFormat.js';
import { TierName } from '../ui/values.js';
import type { Draft } from './types.js';

/** Which tier gets which benefit: benefits down, tiers across, a tick where they meet (V3). */
export function BenefitMatrix() {
  const translate = useTranslate();
  const { text } = useFormat();
  const { setValue } = useFormContext();
  const tiers: Draft['tiers'] = useWatch({ name: 'tiers' }) ?? [];
  const benefits: Draft['benefits'] = useWatch({ name: 'benefits' }) ?? [];
  const toggle = (at: number, code: string, codes: readonly string[]) => {
    const next = codes.includes(code) ? codes.filter((one) => one !== code) : [...codes, code];
    setValue(`benefits.${at}.tierCodes`, next, { shouldDirty: true });
  };
  return (
    <Section title="program.matrix" flush>
      <TableContainer tabIndex={0} role="region" aria-label={translate('program.matrix')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('app.benefit')}</TableCell>
              {tiers.map((tier) => (
                <TableCell key={tier.code} align="center">
                  <TierName tier={tier} />
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {benefits.map((benefit, at) => (
              <TableRow key={benefit.code}>
                <TableCell component="th" scope="row">
                  {text(benefit.name) || benefit.code}
                </TableCell>
                {tiers.map((tier) => (
                  <TableCell key={tier.code} align="center" padding="checkbox">
                    <Checkbox
                      checked={(benefit.tierCodes ?? []).includes(tier.code)}
                      onChange={() => toggle(at, tier.code, benefit.tierCodes ?? [])}
                      slotProps={{ input: { 'aria-label': `${text(benefit.name)} – ${text(tier.name)}` } }}
                    />
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Section>
  );
}
