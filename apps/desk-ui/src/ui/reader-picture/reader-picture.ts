// SPDX-License-Identifier: AGPL-3.0-or-later
import { Component } from '@angular/core';

/** A card going into the reader: drawn where the hands must do it. */
@Component({
  selector: 'app-reader-picture',
  template: `
    <svg viewBox="0 0 122 94" aria-hidden="true" focusable="false">
      <rect x="1" y="71" width="120" height="22" rx="3" fill="#e1e8ef" stroke="#6b7a89" stroke-width="1.5" />
      <path d="M24 71V5a4 4 0 0 1 4-4h67a4 4 0 0 1 4 4v66" fill="#fff" stroke="#06c" stroke-width="2.2" stroke-dasharray="7 4.5" />
      <path d="M62 11v20m-7-7 7 7 7-7" fill="none" stroke="#06c" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round" />
      <rect x="50" y="43" width="24" height="18" rx="2.5" fill="#fff" stroke="#06c" stroke-width="2.2" />
      <rect x="17" y="78" width="89" height="7" fill="#17334f" />
    </svg>
  `,
  styles: `
    :host {
      display: block;
      width: 7.625rem;
    }
    svg {
      display: block;
      width: 100%;
    }
  `,
})
export class ReaderPicture {}
