import type { Facts } from './facts.ts';
import { type Finding, note, stop } from './finding.ts';
import { ownRuleSet, ruleSetAction } from './rule-set.ts';
import { knownValue } from './values.ts';

/** Whether the account may send, to anybody, and has mails left today. */
export function judgeMailAccount({ mail: asked, config, wishes }: Facts): readonly Finding[] {
  if (config === null) return [];
  if (!asked.known) return [note('mail-account', `SES could not be asked about this account (${asked.reason}).`)];
  const { production, sending, enforcement, dailyQuota, sentToday } = asked.value;
  const findings: Finding[] = [];
  if (!sending || enforcement === 'SHUTDOWN') {
    findings.push(
      stop(
        'mail-account',
        `SES does not send for this account (${sending ? enforcement : 'sending is off'}): see the SES console, "Reputation metrics", and answer AWS Support; nobody would be told anything.`,
      ),
    );
  }
  if (!production) {
    const sentence = `SES keeps this account in its sandbox in ${config.region}: mail reaches verified addresses only. Ask for production access in the SES console, "Get set up".`;
    findings.push(config.confirmByName ? stop('mail-sandbox', sentence) : note('mail-sandbox', sentence));
  }
  if (dailyQuota >= 0 && sentToday >= dailyQuota && wishes.smoke === 'sealed') {
    findings.push(
      stop(
        'mail-quota',
        `All ${dailyQuota} mails of the last 24 hours are used up: wait, ask for a higher send quota in the Service Quotas console, or deploy without the smoke test (--smoke none).`,
      ),
    );
  }
  return findings;
}

/** Whether the domain that mail comes from is ours to make, is verified, and is the sender's. */
export function judgeMailIdentity(facts: Facts): readonly Finding[] {
  const domain = knownValue(facts, 'MailDomain');
  if (facts.config === null || domain === undefined) return [];
  return [...judgeSender(domain, knownValue(facts, 'MailFrom')), ...judgeDomain(facts, domain)];
}

function judgeSender(domain: string, sender: string | undefined): readonly Finding[] {
  if (sender === undefined || sender.toLowerCase().endsWith(`@${domain.toLowerCase()}`)) return [];
  return [
    stop('mail-identity', `MailFrom is ${sender}, which is not an address of MailDomain (${domain}): change either.`),
  ];
}

function judgeDomain({ mailIdentity: asked, stacks, wishes }: Facts, domain: string): readonly Finding[] {
  if (!asked.known) return [note('mail-identity', `SES could not be asked about ${domain} (${asked.reason}).`)];
  const foreign = stacks.known && !stacks.value.some(({ physicalIds }) => [...physicalIds.values()].includes(domain));
  if (asked.value !== null && foreign) {
    return [
      stop(
        'mail-identity',
        `SES has the identity ${domain} already and no stack of this stage made it, so CloudFormation cannot make it: remove it with \`aws sesv2 delete-email-identity --email-identity ${domain}\`, or send from another domain.`,
      ),
    ];
  }
  if (asked.value?.verified === true) return [];
  const sentence = `The domain ${domain} is not verified with SES, which refuses its mail until then: deploy with --smoke none, publish the DKIM records that are shown at the end, and deploy again.`;
  return [wishes.smoke === 'sealed' ? stop('mail-identity', sentence) : note('mail-identity', sentence)];
}

/** Whether another receipt rule set is active: it is never displaced silently. */
export function judgeRuleSet({ activeRuleSet: asked, assembly, config, wishes }: Facts): readonly Finding[] {
  if (config === null || assembly === null) return [];
  const own = ownRuleSet(assembly.stacks);
  if (!asked.known) {
    const sentence = `Which receipt rule set is active could not be asked (${asked.reason}).`;
    return [own === null ? note('mail-rule-set', sentence) : stop('mail-rule-set', sentence)];
  }
  if (asked.value === null || asked.value === own) return [];
  const active = `The receipt rule set ${asked.value} takes this account's mail in ${config.region}`;
  switch (ruleSetAction(asked.value, own, wishes.takeOverMail)) {
    case 'refuse':
      return [
        stop(
          'mail-rule-set',
          `${active}, and ${own} would displace it: give --take-over-mail if that is meant, or deploy to another region.`,
        ),
      ];
    case 'take-over':
      return [note('mail-rule-set', `${active}, and will be displaced by ${own}, as --take-over-mail asks.`)];
    default:
      return [note('mail-rule-set', `${active} and is left alone.`)];
  }
}
