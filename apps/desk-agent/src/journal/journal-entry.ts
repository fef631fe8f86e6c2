// SPDX-License-Identifier: AGPL-3.0-or-later
import { Base64Url, Id, JobReport, ReaderRole } from '@sportello/contracts';
import * as z from 'zod';

/** Journals from before there were papers of other sorts call one a form. */
const Work = z.enum(['print-envelope', 'write-card', 'print-paper', 'print-form']).transform((work) => (work === 'print-form' ? 'print-paper' : work));

/**
 * What must survive a crash, a line each. Ids, counts and closed words: no code, no ID_Carta, nothing of a person. (The chip's proof, inside an outcome, is a
 * signature over a digest.)
 */
export const JournalEntry = z.discriminatedUnion('type', [
  /** Sequence numbers up to this one may have been used. */
  z.strictObject({ type: z.literal('sequence'), upTo: z.int() }),
  /** The job was begun, and something may have left the station in its name: it is not begun a second time. */
  z.strictObject({ type: z.literal('begun'), jobId: Id, work: Work, fence: z.int().nullable() }),
  /** This station sealed an intent's codes to itself, into the blob with this digest. */
  z.strictObject({ type: z.literal('sealed'), intentId: Id, blobDigest: Base64Url }),
  /** Bytes may have reached the printer. */
  z.strictObject({ type: z.literal('submitted'), jobId: Id }),
  /** A command that may spend a try of the PUK is about to be sent, with the codes of this intent. */
  z.strictObject({ type: z.literal('puk-attempt'), intentId: Id, attempt: z.enum(['change', 'probe']) }),
  /** The card answered about its PUK, and said how many tries it has left; null: all of them, or it did not say. */
  z.strictObject({ type: z.literal('puk-answered'), intentId: Id, triesLeft: z.int().nullable().default(null) }),
  /** The API hears of a card in a reader; journals from before there was a second one say nothing of it. */
  z.strictObject({ type: z.literal('inserted'), insertionId: Id, reader: ReaderRole.default('citizen') }),
  /** The API knows that it has gone. */
  z.strictObject({ type: z.literal('removed'), insertionId: Id }),
  /** How the job ended; to be reported until the API has said that it knows. */
  z.strictObject({ type: z.literal('outcome'), jobId: Id, report: JobReport }),
  /** The API knows how the job ended. */
  z.strictObject({ type: z.literal('acknowledged'), jobId: Id }),
]);
export type JournalEntry = z.infer<typeof JournalEntry>;
