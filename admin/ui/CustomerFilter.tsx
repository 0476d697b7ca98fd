import { AutocompleteInput, ReferenceInput } from 'react-admin';

interface CustomerFilterProps {
  source: string;
  label: string;
}

/** Picks a customer by typing a name, phone or e-mail. */
export function CustomerFilter({ source, label }: CustomerFilterProps) {
  return (
    <ReferenceInput source={source} reference="customers" sort={{ field: 'stats.spend', order: 'DESC' }}>
      <AutocompleteInput
        label={label}
        optionText={(customer: { name?: string | null; phone?: string | null }) =>
          [customer.name, customer.phone].filter(Boolean).join(' ')
        }
        filterToQuery={(q: string) => ({ q })}
        sx={{ minWidth: 220 }}
      />
    </ReferenceInput>
  );
}
