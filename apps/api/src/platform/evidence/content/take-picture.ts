// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Outcome, accept, refuse } from '@sportello/domain';
import sharp, { type Sharp } from 'sharp';
import { type ContentRefusal, type EvidenceLimits, type TakenContent, THUMBNAIL_SIDE } from './content';

// Of all that libvips can open, what is taken here: a file that calls itself a picture reaches no other reader.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng'] });
// Pictures of citizens stay in no cache, and one picture takes one thread.
sharp.cache(false);
sharp.concurrency(1);

const JPEG_QUALITY = 88;
const THUMBNAIL_QUALITY = 75;

/** Decodes the picture and writes it anew, turned upright: metadata, and whatever was hidden around the picture, stay behind. Runs in libuv's threads. */
export async function takePicture(type: 'jpeg' | 'png', bytes: Uint8Array, limits: EvidenceLimits): Promise<Outcome<TakenContent, ContentRefusal>> {
  // The limit on pixels is libvips' own too, so that a file that lies in its header is not decoded either.
  const open = (): Sharp => sharp(bytes, { limitInputPixels: limits.pixels, failOn: 'warning', sequentialRead: true, pages: 1 });
  try {
    const { width, height, format } = await sharp(bytes, { limitInputPixels: false, pages: 1 }).metadata();
    if (format !== type) return refuse({ kind: 'evidence-type-refused' });
    if (width * height > limits.pixels) return refuse({ kind: 'evidence-too-large', exceeded: 'pixels' });
    const upright = open().rotate().toColourspace('srgb');
    const whole = await (type === 'jpeg' ? upright.jpeg({ quality: JPEG_QUALITY, mozjpeg: false }) : upright.png()).toBuffer();
    if (whole.length > limits.bytes) return refuse({ kind: 'evidence-too-large', exceeded: 'bytes' });
    return accept({ type, pages: 1, whole, thumbnail: await thumbnailOf(open()) });
  } catch {
    // sharp has one kind of error, and words for the rest: whatever it could not decode is not decoded.
    return refuse({ kind: 'evidence-unreadable' });
  }
}

function thumbnailOf(picture: Sharp): Promise<Buffer> {
  return picture
    .rotate()
    .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: THUMBNAIL_QUALITY })
    .toBuffer();
}
