// The parts of NHS.UK frontend that we use. The error summary comes last, so that it has the focus when there is also a notice.
import { createAll } from "nhsuk-frontend/dist/nhsuk/index.mjs";
import { Checkboxes } from "nhsuk-frontend/dist/nhsuk/components/checkboxes/checkboxes.mjs";
import { ErrorSummary } from "nhsuk-frontend/dist/nhsuk/components/error-summary/error-summary.mjs";
import { NotificationBanner } from "nhsuk-frontend/dist/nhsuk/components/notification-banner/notification-banner.mjs";
import { Radios } from "nhsuk-frontend/dist/nhsuk/components/radios/radios.mjs";
import { SkipLink } from "nhsuk-frontend/dist/nhsuk/components/skip-link/skip-link.mjs";

document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
for (const component of [Checkboxes, Radios, SkipLink, NotificationBanner, ErrorSummary]) createAll(component);
