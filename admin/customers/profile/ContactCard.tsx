import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Fact, Facts, Section } from '../../ui/Section.js';
import { useFormat } from '../../ui/useFormat.js';
import { RevealButton } from '../actions/RevealButton.js';
import type { CustomerRecord } from '../types.js';

/** Contacts, masked until somebody with the right gives a reason (A4), and what the customer prefers (A3). */
export function ContactCard({ customer }: { customer: CustomerRecord }) {
  const translate = useTranslate();
  const { localFullDay, day } = useFormat();
  const [revealed, setRevealed] = useState<{ phone: string | null; email: string | null } | null>(null);
  const quiet = customer.quietHours;
  const has = customer.phone || customer.email;
  const hide = () => setRevealed(null);
  return (
    <Section
      title="customers.contacts"
      actions={
        has ? (
          <RevealButton customer={customer} revealed={revealed !== null} onReveal={setRevealed} onHide={hide} />
        ) : null
      }
    >
      <Facts>
        <Fact label="resources.customers.fields.phone">{revealed?.phone ?? customer.phone ?? '–'}</Fact>
        <Fact label="resources.customers.fields.city">{customer.city ?? '–'}</Fact>
        <Fact label="resources.customers.fields.email" wide>
          {revealed?.email ?? customer.email ?? '–'}
        </Fact>
        <Fact label="resources.customers.fields.birthday">{localFullDay(customer.birthday)}</Fact>
        <Fact label="resources.customers.fields.gender">
          {customer.gender ? translate(`enums.Gender.${customer.gender}`) : '–'}
        </Fact>
        <Fact label="resources.customers.fields.preferredChannel">
          {customer.preferredChannel ? translate(`enums.Channel.${customer.preferredChannel}`) : '–'}
        </Fact>
        <Fact label="resources.customers.fields.quietHours">{quiet ? `${quiet.from} – ${quiet.until}` : '–'}</Fact>
        <Fact label="resources.customers.fields.registeredAt">{day(customer.registeredAt)}</Fact>
        <Fact label="resources.customers.fields.interests">{customer.interests.join('、') || '–'}</Fact>
        <Fact label="customers.identities" wide>
          {customer.identities.map((one) => `${one.source}: ${one.externalId}`).join(' · ') || '–'}
        </Fact>
        {customer.consents.length > 0 ? (
          <Fact label="customers.consents" wide>
            {customer.consents
              .map(
                (one) =>
                  `${one.purpose} (${one.documentVersion}): ${translate(one.granted ? 'customers.consentYes' : 'customers.consentNo')}`,
              )
              .join(' · ')}
          </Fact>
        ) : null}
      </Facts>
    </Section>
  );
}
