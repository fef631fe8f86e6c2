// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EnvironmentProviders, Provider, Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { en, it } from './catalogues';

/** Puts a component on a page that speaks Italian. */
export async function render<Shown>(component: Type<Shown>, inputs: Readonly<Record<string, unknown>> = {}, providers: readonly (Provider | EnvironmentProviders)[] = []): Promise<Screen<Shown>> {
  TestBed.configureTestingModule({
    imports: [TranslocoTestingModule.forRoot({ langs: { it, en }, translocoConfig: { availableLangs: ['it', 'en'], defaultLang: 'it', reRenderOnLangChange: true } })],
    providers: [...providers],
  });
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  document.body.append(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  return new Screen(fixture);
}

/** The page as a person sees it: by role, label and words. */
export class Screen<Shown> {
  constructor(readonly fixture: ComponentFixture<Shown>) {}

  get text(): string {
    return (document.body.textContent ?? '').replace(/\s+/g, ' ');
  }

  heading(level: number): string | undefined {
    const found = document.querySelector<HTMLElement>(`h${level}, [role="heading"][aria-level="${level}"]`);
    return found?.textContent?.replace(/\s+/g, ' ').trim();
  }

  button(name: string | RegExp): HTMLButtonElement {
    const found = [...document.querySelectorAll('button')].find((button) => matches(nameOf(button), name));
    if (!found) throw new Error(`no button ${String(name)} among: ${[...document.querySelectorAll('button')].map(nameOf).join(' | ')}`);
    return found;
  }

  hasButton(name: string | RegExp): boolean {
    return [...document.querySelectorAll('button')].some((button) => matches(nameOf(button), name));
  }

  field(label: string): HTMLInputElement {
    const found = [...document.querySelectorAll('label')].find((each) => each.textContent?.trim() === label);
    const field = found && document.getElementById(found.htmlFor);
    if (!(field instanceof HTMLInputElement) && !(field instanceof HTMLSelectElement)) throw new Error(`no field ${label}`);
    return field as HTMLInputElement;
  }

  async type(label: string, text: string): Promise<void> {
    const field = this.field(label);
    field.focus();
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.blur();
    await this.stable();
  }

  async click(name: string | RegExp): Promise<void> {
    this.button(name).click();
    await this.stable();
  }

  async press(key: string, target: Element = document.activeElement ?? document.body): Promise<KeyboardEvent> {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    target.dispatchEvent(event);
    await this.stable();
    return event;
  }

  async stable(): Promise<void> {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
    await this.fixture.whenStable();
    this.fixture.detectChanges();
    await this.fixture.whenStable();
  }
}

function nameOf(button: HTMLElement): string {
  return (button.getAttribute('aria-label') ?? button.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function matches(name: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? name.startsWith(wanted) : wanted.test(name);
}
