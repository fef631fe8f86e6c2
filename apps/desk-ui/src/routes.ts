// SPDX-License-Identifier: AGPL-3.0-or-later
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import type { CanActivateFn, Routes } from '@angular/router';
import type { Permission } from '@sportello/domain';
import { SessionState } from './data/session/session-state';
import { SignIn } from './data/session/sign-in';
import { SignInPage } from './features/sign-in/sign-in-page';
import { Language } from './ui/words/language';

/** The words of every page but the sign-in are fetched for whoever sees one. */
const withAllWords: CanActivateFn = async () => {
  await inject(Language).speakOfAll();
  return true;
};

const whenSignedIn: CanActivateFn = async () => {
  const [state, router, language] = [inject(SessionState), inject(Router), inject(Language)];
  await inject(SignIn).restore();
  if (!state.session()) return router.parseUrl('/accesso');
  await language.speakOfAll();
  return true;
};

const whenSignedOut: CanActivateFn = async () => {
  const [state, router] = [inject(SessionState), inject(Router)];
  await inject(SignIn).restore();
  return state.session() ? router.parseUrl('/') : true;
};

/** A room of the desk for those whose role has something to do in it; the others stand at the door. */
const whenAllowed =
  (...permissions: readonly Permission[]): CanActivateFn =>
  () =>
    permissions.some((permission) => inject(SessionState).may(permission)) ? true : inject(Router).parseUrl('/');

export const ROUTES: Routes = [
  { path: 'accesso', component: SignInPage, canActivate: [whenSignedOut], title: 'Accesso · Sportello TS-CNS' },
  { path: 'dove-attivarla', canActivate: [withAllWords], title: 'Dove attivare la TS-CNS', loadComponent: async () => (await import('./features/places/where-page')).WherePage },
  { path: 'richiedi-la-revoca', canActivate: [withAllWords], title: 'Richiedi la revoca · TS-CNS', loadComponent: async () => (await import('./features/public-revocation/public-revocation-page')).PublicRevocationPage },
  { path: 'invito', canActivate: [whenSignedOut, withAllWords], title: 'Invito · Sportello TS-CNS', loadComponent: async () => (await import('./features/invitation/invitation-page')).InvitationPage },
  { path: 'accesso/ritorno', title: 'Accesso · Sportello TS-CNS', loadComponent: async () => (await import('./features/sign-in/return-page')).ReturnPage },
  { path: 'accesso/ritorno/scheda', data: { isInOwnTab: true }, title: 'Accesso · Sportello TS-CNS', loadComponent: async () => (await import('./features/sign-in/return-page')).ReturnPage },
  {
    path: '',
    canActivate: [whenSignedIn],
    title: 'Sportello TS-CNS',
    loadComponent: async () => (await import('./shell/desk-shell')).DeskShell,
    children: [
      { path: '', pathMatch: 'full', children: [] },
      { path: 'accesso-e-sicurezza', canActivate: [whenAllowed('factors.own')], title: 'Accesso e sicurezza · Sportello TS-CNS', loadComponent: async () => (await import('./features/own-access/own-access-page')).OwnAccessPage },
      { path: 'sportelli', canActivate: [whenAllowed('places.manage')], title: 'Enti e sportelli · Sportello TS-CNS', loadComponent: async () => (await import('./features/places/places-page')).PlacesPage },
      { path: 'postazioni', canActivate: [whenAllowed('station.manage')], title: 'Postazioni · Sportello TS-CNS', loadComponent: async () => (await import('./features/places/stations-page')).StationsPage },
      { path: 'approvazioni', canActivate: [whenAllowed('case.decide-approval')], title: 'Approvazioni · Sportello TS-CNS', loadComponent: async () => (await import('./features/approvals/approvals-page')).ApprovalsPage },
      { path: 'giornata', canActivate: [whenAllowed('sheets.read')], title: 'Giornata · Sportello TS-CNS', loadComponent: async () => (await import('./features/day/day-page')).DayPage },
      { path: 'fogli', canActivate: [whenAllowed('sheets.read')], title: 'Fogli busta · Sportello TS-CNS', loadComponent: async () => (await import('./features/sheets/sheets-page')).SheetsPage },
      { path: 'help-desk', canActivate: [whenAllowed('call.keep')], title: 'Chiamate · Sportello TS-CNS', loadComponent: async () => (await import('./features/help-desk/help-desk-page')).HelpDeskPage },
      { path: 'chiamate', canActivate: [whenAllowed('call.read')], title: 'Tutte le chiamate · Sportello TS-CNS', loadComponent: async () => (await import('./features/help-desk/calls-page')).CallsPage },
      { path: 'copioni', canActivate: [whenAllowed('call.keep')], title: 'Copioni · Sportello TS-CNS', loadComponent: async () => (await import('./features/help-desk/scripts-page')).ScriptsPage },
      { path: 'richieste', canActivate: [whenAllowed('revocation.read')], title: 'Richieste di revoca · Sportello TS-CNS', loadComponent: async () => (await import('./features/revocations/revocations-page')).RevocationsPage },
      { path: 'revoca', canActivate: [whenAllowed('desk.read'), whenAllowed('revocation.record-at-desk')], title: 'Revoca allo sportello · Sportello TS-CNS', loadComponent: async () => (await import('./features/desk-revocation/desk-revocation-page')).DeskRevocationPage },
      { path: 'lettori', canActivate: [whenAllowed('readers.read')], title: 'Lettori · Sportello TS-CNS', loadComponent: async () => (await import('./features/readers/readers-page')).ReadersPage },
      { path: 'persone', canActivate: [whenAllowed('people.read')], title: 'Persone · Sportello TS-CNS', loadComponent: async () => (await import('./features/people/people-page')).PeoplePage },
      { path: 'registro', canActivate: [whenAllowed('audit.read')], title: 'Registro · Sportello TS-CNS', loadComponent: async () => (await import('./features/log/log-page')).LogPage },
      { path: 'permessi', canActivate: [whenAllowed('permissions.read')], title: 'Permessi · Sportello TS-CNS', loadComponent: async () => (await import('./features/people/permissions-page')).PermissionsPage },
      { path: 'formazione', canActivate: [whenAllowed('case.scan', 'training.read')], title: 'Formazione · Sportello TS-CNS', loadComponent: async () => (await import('./features/training/training-page')).TrainingPage },
    ],
  },
  { path: '**', redirectTo: '' },
];
