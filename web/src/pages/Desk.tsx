import { Button, Container, Loader, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Route, Switch, useLocation } from "wouter";
import { get, type Schemas } from "../api/client";
import { hasRole, useMe, useSignOut, type Me, type Role } from "../api/session";
import { Frame, type FrameLink } from "../parts/Frame";
import { ProblemNote } from "../parts/ProblemNote";
import { useSpeech } from "../words/locale";
import type { WordKey } from "../words/catalogue";
import { AccountsPage } from "./AccountsPage";
import { AlertPage } from "./AlertPage";
import { AlertsPage } from "./AlertsPage";
import { AuditPage } from "./AuditPage";
import { BriefingPage } from "./BriefingPage";
import { ConsultationPage } from "./ConsultationPage";
import { ConsultationsPage } from "./ConsultationsPage";
import { DigestPage } from "./DigestPage";
import { DossierPage } from "./DossierPage";
import { DossiersPage } from "./DossiersPage";
import { FactPage } from "./FactPage";
import { FactsPage } from "./FactsPage";
import { HandOverPage } from "./HandOverPage";
import { InboxItemPage } from "./InboxItemPage";
import { InboxPage } from "./InboxPage";
import { LessonPage } from "./LessonPage";
import { LessonsPage } from "./LessonsPage";
import { LinkPage } from "./LinkPage";
import { LoopPage } from "./LoopPage";
import { MeetingPage } from "./MeetingPage";
import { MeetingsPage } from "./MeetingsPage";
import { MeetingTaskPage } from "./MeetingTaskPage";
import { OrganisationPage } from "./OrganisationPage";
import { OrganisationsPage } from "./OrganisationsPage";
import { PartnersPage } from "./PartnersPage";
import { QueuePage } from "./QueuePage";
import { ReportPage } from "./ReportPage";
import { ReportRecordPage } from "./ReportRecordPage";
import { ReportsPage } from "./ReportsPage";
import { SealedPage } from "./SealedPage";
import { SignInPage } from "./SignInPage";
import { VisitFirmPage } from "./VisitFirmPage";
import { VisitPage } from "./VisitPage";
import { VisitsPage } from "./VisitsPage";

interface Room {
  href: string;
  word: WordKey;
  roles: Role[];
}

/** What there is for whom; the first room of a role is where it begins. */
const rooms: Room[] = [
  { href: "/inbox", word: "nav.inbox", roles: ["company_officer"] },
  { href: "/queue", word: "nav.queue", roles: ["station_officer", "analyst", "approver", "investigator", "liaison"] },
  { href: "/visits", word: "nav.visits", roles: ["station_officer", "analyst", "approver"] },
  { href: "/consultations", word: "nav.consultations", roles: ["station_officer", "analyst", "investigator"] },
  { href: "/facts", word: "nav.facts", roles: ["station_officer", "analyst"] },
  { href: "/meetings", word: "nav.meetings", roles: ["analyst", "approver", "station_officer", "investigator", "liaison"] },
  { href: "/lessons", word: "nav.lessons", roles: ["analyst", "approver", "station_officer", "investigator", "liaison"] },
  { href: "/digest", word: "nav.digest", roles: ["analyst", "approver", "station_officer", "liaison"] },
  { href: "/loop", word: "nav.loop", roles: ["analyst", "approver", "station_officer", "liaison"] },
  { href: "/reports", word: "nav.reports", roles: ["company_officer", "station_officer", "analyst", "employee"] },
  { href: "/dossiers", word: "nav.dossiers", roles: ["analyst", "approver", "investigator"] },
  { href: "/alerts", word: "nav.alerts", roles: ["analyst", "approver", "investigator", "liaison", "station_officer"] },
  { href: "/report", word: "nav.report", roles: ["employee", "company_officer", "station_officer"] },
  {
    href: "/organisations",
    word: "nav.organisations",
    roles: ["administrator", "analyst", "station_officer", "approver"],
  },
  { href: "/accounts", word: "nav.accounts", roles: ["administrator"] },
  {
    href: "/partners",
    word: "nav.partners",
    roles: ["administrator", "analyst", "station_officer", "company_officer", "liaison"],
  },
  { href: "/sealed", word: "nav.sealed", roles: ["custodian", "approver"] },
  { href: "/audit", word: "nav.audit", roles: ["auditor"] },
];

export function Desk() {
  const me = useMe();
  const settings = useQuery({
    queryKey: ["door"],
    queryFn: () => get<Schemas["DoorSettings"]>("/door/settings"),
  });
  const { t } = useSpeech();
  const [here] = useLocation();
  const isDemonstration = settings.data?.demonstration ?? false;
  if (me.isPending) return <Loader m="xl" aria-label={t("app.loading")} />;
  if (me.error || !me.data) {
    return (
      <Frame isDemonstration={isDemonstration} links={[]}>
        <ProblemNote error={me.error} retry={() => me.refetch()} />
        <SignInPage settings={settings.data} />
      </Frame>
    );
  }
  const mine = rooms.filter((room) => hasRole(me.data!, ...room.roles));
  const links: FrameLink[] = mine.map((room) => ({
    href: room.href,
    label: t(room.word),
    isHere: here === room.href || here.startsWith(`${room.href}/`),
  }));
  return (
    <Frame isDemonstration={isDemonstration} links={links} person={<Person me={me.data} />} signOut={<SignOut />}>
      <Rooms
        me={me.data}
        first={mine[0]?.href ?? "/report"}
        emergencyLine={settings.data?.emergency_line ?? "110"}
        isDemonstration={isDemonstration}
      />
    </Frame>
  );
}

function Person({ me }: { me: Me }) {
  const { pick } = useSpeech();
  return (
    <Text size="sm">
      {me.display || me.name} · {pick(me.organisation.name)}
    </Text>
  );
}

function SignOut() {
  const { t } = useSpeech();
  const signOut = useSignOut();
  return (
    <Button size="compact-sm" variant="default" onClick={() => signOut.mutate()}>
      {t("signIn.out")}
    </Button>
  );
}

interface RoomsOf {
  me: Me;
  first: string;
  emergencyLine: string;
  isDemonstration: boolean;
}

function Rooms({ me, first, emergencyLine, isDemonstration }: RoomsOf): ReactNode {
  const [here, go] = useLocation();
  if (here === "/" || here === "/index.html") {
    go(first, { replace: true });
    return null;
  }
  return (
    <Switch>
      <Route path="/queue" component={QueuePage} />
      <Route path="/reports" component={ReportsPage} />
      <Route path="/reports/:id">{({ id }) => <ReportRecordPage id={id} me={me} />}</Route>
      <Route path="/links/:id">{({ id }) => <LinkPage id={id} />}</Route>
      <Route path="/dossiers" component={DossiersPage} />
      <Route path="/dossiers/:id">{({ id }) => <DossierPage id={id} me={me} />}</Route>
      <Route path="/alerts" component={AlertsPage} />
      <Route path="/alerts/:id">{({ id }) => <AlertPage id={id} me={me} />}</Route>
      <Route path="/hand-overs/:id">{({ id }) => <HandOverPage id={id} />}</Route>
      <Route path="/inbox" component={InboxPage} />
      <Route path="/inbox/:id">{({ id }) => <InboxItemPage id={id} />}</Route>
      <Route path="/organisations" component={OrganisationsPage} />
      <Route path="/organisations/:id">{({ id }) => <OrganisationPage id={id} me={me} />}</Route>
      <Route path="/visits" component={VisitsPage} />
      <Route path="/visits/firms/:id">{({ id }) => <VisitFirmPage id={id} me={me} />}</Route>
      <Route path="/visits/:id">{({ id }) => <VisitPage id={id} />}</Route>
      <Route path="/consultations" component={ConsultationsPage} />
      <Route path="/consultations/new">{() => <ConsultationPage me={me} />}</Route>
      <Route path="/consultations/:id">{({ id }) => <ConsultationPage id={id} me={me} />}</Route>
      <Route path="/facts" component={FactsPage} />
      <Route path="/facts/:id">{({ id }) => <FactPage id={id} me={me} />}</Route>
      <Route path="/lessons" component={LessonsPage} />
      <Route path="/lessons/:id">{({ id }) => <LessonPage id={id} me={me} />}</Route>
      <Route path="/meetings" component={MeetingsPage} />
      <Route path="/meetings/tasks/:id">{({ id }) => <MeetingTaskPage id={id} />}</Route>
      <Route path="/meetings/:id">{({ id }) => <MeetingPage id={id} me={me} />}</Route>
      <Route path="/briefings/:audience/:id">{({ audience, id }) => <BriefingPage audience={audience} id={id} />}</Route>
      <Route path="/digest" component={DigestPage} />
      <Route path="/loop">{() => <LoopPage me={me} isSimulated={isDemonstration} />}</Route>
      <Route path="/accounts" component={AccountsPage} />
      <Route path="/partners">{() => <PartnersPage me={me} />}</Route>
      <Route path="/sealed" component={SealedPage} />
      <Route path="/audit" component={AuditPage} />
      <Route path="/report">
        <Container size="sm" px={0}>
          <ReportPage organisation={me.organisation.key} emergencyLine={emergencyLine} />
        </Container>
      </Route>
      <Route>
        <NotHere />
      </Route>
    </Switch>
  );
}

function NotHere() {
  const { t } = useSpeech();
  return <Text>{t("problem.404")}</Text>;
}
