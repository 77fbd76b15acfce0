import { addressLine, itemsHeading } from './describe-items.ts';
import { MessageNotPermittedError } from './errors.ts';
import { type Draft, paragraph } from './rendered-message.ts';
import { closing, greeting, languageNote } from './shared-paragraphs.ts';
import { needed, type Writer } from './writer.ts';

/** The reasoned decision on an internal complaint, with the ways that are still open (DSA Art 20(4) and (5), 21). */
export function complaintDecision(writer: Writer): Draft {
  const { view } = writer;
  const complaint = needed('complaint', view.complaint);
  const by = needed('complaint.by', complaint.by);
  const { decidedAt, reasonForSender: reason } = needed('decision', view.decision);
  const dates = { decidedAt: writer.at(decidedAt), receivedAt: writer.at(view.receivedAt), about: complaint.about };
  return {
    subject: writer.say('decision.subject.complaint', { reference: view.reference }),
    paragraphs: [
      paragraph(greeting(writer)),
      paragraph(writer.say(`complaint-decision.intro.${by}`, dates), resultLine(writer, by)),
      paragraph(complaint.manifestlyUnfounded === true ? writer.line('complaint-decision.unfounded') : null),
      paragraph(itemsHeading(writer, view.items.length)),
      view.items.map((item, index) => addressLine(writer, item, index)),
      paragraph(writer.line('decision.reasons'), writer.quote('decision.reasonForSender', reason)),
      languageNote(writer, reason),
      paragraph(writer.line('complaint-decision.human')),
      ...redressLeft(writer),
      ...closing(writer),
    ],
  };
}

function resultLine(writer: Writer, by: 'uploader' | 'sender'): string {
  const outcome = needed('decision.outcome', writer.view.decision?.outcome);
  if (outcome === 'upheld') return writer.line(`complaint-decision.upheld.${by}`);
  if (outcome === 'reject') return writer.line('complaint-decision.rejected');
  throw new MessageNotPermittedError('wrong-document', 'a complaint is upheld or rejected');
}

function redressLeft(writer: Writer): readonly (readonly string[])[] {
  const { outOfCourtUrl, supervisoryAuthority, appellateCommittee } = needed('redress', writer.view.redress);
  return [
    paragraph(writer.line('complaint-decision.redress')),
    paragraph(writer.say('complaint-decision.out-of-court', { outOfCourtUrl })),
    paragraph(supervisoryAuthority === true ? writer.line('redress.supervisory-authority') : null),
    paragraph(appellateCommittee === true ? writer.line('redress.appellate-committee') : null),
    paragraph(writer.line('redress.court')),
  ];
}
