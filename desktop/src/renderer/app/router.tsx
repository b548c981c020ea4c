import { createHashRouter, Navigate } from 'react-router';
// The one that can draw at once: the other's `flushSync` is without effect.
import { RouterProvider } from 'react-router/dom';
import { useState } from 'react';
import { adminRoutes } from '../features/admin/adminRoutes';
import { TicketWindow } from '../features/native/TicketWindow';
import { InboxPage } from '../features/inbox/InboxPage';
import { HOME, viewName } from '../features/inbox/views';
import { SettingsPage } from '../features/settings/SettingsPage';
import { ErrorScreen } from '../ui/ErrorScreen';
import { PlacesProvider } from './places';
import { Shell } from './Shell';

const HOME_PATH = `/inbox/${viewName(HOME)}`;

/** Whether the console begins where it does when no place is named. */
export const isAtHome = (): boolean => window.location.hash === '';

function createRouter() {
  // Being sent there would draw everything twice.
  if (isAtHome()) window.history.replaceState(null, '', `#${HOME_PATH}`);
  return createHashRouter([
    {
      path: '/window/:ticketId',
      element: <TicketWindow />,
      errorElement: <ErrorScreen />,
    },
    {
      element: <Shell />,
      errorElement: <ErrorScreen />,
      children: [
        { path: '/inbox/:view/:ticketId?', element: <InboxPage /> },
        adminRoutes,
        { path: '/settings/:section?', element: <SettingsPage /> },
        { path: '*', element: <Navigate to={HOME_PATH} replace /> },
      ],
    },
  ]);
}

/** Addresses live behind the hash: they work from a file, a protocol and any folder of a site. */
export function Router() {
  const [router] = useState(createRouter);
  return (
    <PlacesProvider router={router}>
      <RouterProvider router={router} />
    </PlacesProvider>
  );
}
