using NodaTime;
using TeamsConnectBot.Audit;
using TeamsConnectBot.Cards;
using TeamsConnectBot.CheckIns;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Signals;
using TeamsConnectBot.Data;
using TeamsConnectBot.DoNotMatch;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Signals.Notifications;
using TeamsConnectBot.FirstUse;
using TeamsConnectBot.Scheduling;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Privacy;

/// <summary>
/// The register: everything that is kept about a person. Erasing and exporting go by it, <c>docs/what-we-store.md</c> repeats
/// it, and a test finds columns that stand neither here nor in <see cref="ImpersonalData"/>.
/// </summary>
internal static class PersonalData
{
    private const string WhoItIs = "whose row it is";
    private const string Author = "who wrote it";
    private const string Secret = "secret in the card's buttons that shows the bot made it";

    /// <summary>In the order in which they are erased: what others are in too comes first.</summary>
    public static IReadOnlyList<PersonalTable> Tables { get; } =
    [
        new PersonalTable<ConnectionRow>("Connections", DataKind.Connections, IsIn,
        [
            new("StartsAt", "when they meet", Kept.AYear, row => row.StartsAt),
            new("Minutes", "how long", Kept.AYear, row => row.Minutes),
            new("Office", "where they meet, when not online", Kept.AYear, row => row.Office),
            new("OpenerId", "who says hello first", Kept.AYear, null),
            new("AcrossDepartments", "whether they are of different departments, to learn what kinds of meetings take place", Kept.AYear, row => row.AcrossDepartments),
            // Not in the export: every member gets this row, and would read from it that the other can't make it.
            new("MovingId", "who is choosing another gap", Kept.UntilChosen, null),
        ])
        {
            Goes = row => row.StartsAt + KeepingTimes.Rounds,
            TakeOut = (row, person) =>
            {
                row.OpenerId = row.OpenerId == person ? null : row.OpenerId;
                row.MovingId = row.MovingId == person ? null : row.MovingId;
            },
        },
        new PersonalTable<MemberRow>("Members", DataKind.Answers, person => row => row.PersonId == person,
        [
            new("ConnectionId", "which connection", Kept.AYear, row => row.ConnectionId),
            new("PersonId", WhoItIs, Kept.AYear, row => row.PersonId),
            new("Nonce", Secret, Kept.AYear, null),
            new("Coming", "whether they are still in it", Kept.AYear, row => row.Coming),
            new("Told", "whether names were revealed to them", Kept.AYear, row => row.Told),
            new("Answer", "their answer to 'did you meet?', for 'again please', and to learn what kinds of meetings take place", Kept.AYear, row => row.Answer),
            new("ChooseBy", "when what they choose instead of a time they can't make is carried out", Kept.UntilCarriedOut, row => row.ChooseBy),
            new("OtherGaps", "the gaps they can choose from instead, shared by all", Kept.UntilCarriedOut, row => row.OtherGaps),
            new("Choice", "which of the other gaps they chose, or that they called it off", Kept.UntilCarriedOut, row => row.Choice),
        ]),
        new PersonalTable<Invitation>("Invitations", DataKind.Invitations, person => row => row.PersonId == person,
        [
            new("Id", "which card a click is about", Kept.AYear, row => row.Id),
            new("PersonId", WhoItIs, Kept.AYear, row => row.PersonId),
            new("Nonce", Secret, Kept.AYear, null),
            new("State", "what became of it; the weekly budget and its back-off count it", Kept.AYear, row => row.State),
            new("Gaps", "the moments the card offers; from the calendar where that is allowed", Kept.TenDays, row => Times(row.Week, row.Gaps)),
            new("Ticked", "the moments they ticked, to settle by", Kept.TenDays, row => Times(row.Week, row.Ticked)),
            new("Facts", "'why this?'; facts about AI use and about being new go after 10 days, the others when the rule says, at the latest", Kept.AYear, row => row.Facts),
            new("RuleId", "which rule asked, for its cadence; a rule that looks at bands is forgotten after 10 days", Kept.AYear, row => row.RuleId),
            new("RuleNumber", "which version of that rule", Kept.AYear, row => row.RuleNumber),
            new("RuleWhy", "the rule's sentence, for 'why this?'", Kept.AYear, row => row.RuleWhy),
            new("ByBand", "whether that rule looks at bands", Kept.TenDays, row => row.ByBand),
            new("ByCalendar", "whether that rule looks at free time; it is forgotten when the calendar is withdrawn", Kept.AYear, row => row.ByCalendar),
            new("FactsUntil", "when the facts go, where the rule says so", Kept.AYear, row => row.FactsUntil),
            new("IsHost", "whether they host this moment of an open table", Kept.AYear, row => row.IsHost),
            new("SentAt", "the weekly budget", Kept.AYear, row => row.SentAt),
            new("AnsweredAt", "until when 'not this week' holds", Kept.AYear, row => row.AnsweredAt),
            new("ConnectionId", "what it led to", Kept.AYear, row => row.ConnectionId),
        ])
        { Goes = row => row.AnswersUntil + KeepingTimes.Rounds },
        new PersonalTable<Coming>("Coming", DataKind.Rituals, person => row => row.PersonId == person,
        [
            new("OccurrenceId", "which time of a ritual", Kept.OccurrencePast, row => row.OccurrenceId),
            new("PersonId", WhoItIs, Kept.OccurrencePast, row => row.PersonId),
            new("Name", "to show in the channel that they come, as they chose", Kept.OccurrencePast, row => row.Name),
        ]),
        new PersonalTable<Rituals.Rows.Occurrence>("Occurrences", DataKind.Rituals, person => row => row.HostId == person,
        [
            new("HostId", "who hosts this time", Kept.OccurrencePast, row => row.HostId),
            new("HostName", "to name the host in the channel", Kept.OccurrencePast, row => row.HostName),
        ])
        {
            Goes = row => row.StartsAt + KeepingTimes.Occurrences,
            TakeOut = (row, _) => (row.HostId, row.HostName) = (null, null),
        },
        new PersonalTable<RitualMember>("RitualMembers", DataKind.Rituals, person => row => row.PersonId == person,
        [
            new("RitualId", "which ritual they said they take part in", Kept.RitualThere, row => row.RitualId),
            new("PersonId", WhoItIs, Kept.RitualThere, row => row.PersonId),
            new("Name", "to name the host in the channel", Kept.RitualThere, row => row.Name),
            new("Mail", "to put it into their calendar", Kept.RitualThere, row => row.Mail),
            new("Hosted", "hosting goes round fairly", Kept.RitualThere, row => row.Hosted),
            new("LastHostedAt", "hosting goes round fairly", Kept.RitualThere, row => row.LastHostedAt),
            new("CalendarAllowedAt", "consent to read free and busy, four weeks ahead, when the team looks for a better time", Kept.RitualThere, row => row.CalendarAllowedAt),
        ]),
        new PersonalTable<Draft>("Drafts", DataKind.Rituals, person => row => row.PersonId == person,
        [
            new("PersonId", "who may confirm it; empty for a note to whoever decides", Kept.OneDay, row => row.PersonId),
            new("Content", "the change or the question they typed, until they confirm it", Kept.OneDay, row => row.Content),
        ])
        { Goes = row => row.ExpiresAt },
        new PersonalTable<RitualChange>("RitualChanges", DataKind.Rituals, person => row => row.PersonId == person,
        [
            new("PersonId", "who changed a ritual, so that it can be undone", Kept.UndoTime, row => row.PersonId),
        ])
        {
            Goes = row => row.At + KeepingTimes.Changes,
            TakeOut = (row, _) => row.PersonId = null,
        },
        new PersonalTable<Message>("Messages", DataKind.Chat, person => row => row.PersonId == person,
        [
            new("PersonId", WhoItIs, Kept.AYearSent, row => row.PersonId),
            new("Kind", "which card to make; its text is not kept", Kept.AYearSent, row => row.Kind),
            new("SubjectId", "what it is about", Kept.AYearSent, row => row.SubjectId),
            new("DueAt", "when to send it", Kept.AYearSent, row => row.DueAt),
            new("State", "so that nothing is sent twice", Kept.AYearSent, row => row.State),
            new("ActivityId", "to bring an old card up to date", Kept.AYearSent, row => row.ActivityId),
            new("SentAt", "when it was sent", Kept.AYearSent, row => row.SentAt),
            new("Failure", "why Teams refused it", Kept.AYearSent, row => row.Failure),
        ])
        { Goes = row => row.DueAt + KeepingTimes.Messages },
        new PersonalTable<AiUseDay>("AiUseDays", DataKind.AiUseDays, person => row => row.PersonId == person,
        [
            new("PersonId", WhoItIs, Kept.TwoWeeks, row => row.PersonId),
            new("Day", "a day the band rests on", Kept.TwoWeeks, row => row.Day),
            new("Source", "a person's own word is never overwritten by the report", Kept.TwoWeeks, row => row.Source),
            new("Used", "whether they worked with AI that day; nothing more is known", Kept.TwoWeeks, row => row.Used),
        ])
        { Goes = row => row.Day.PlusDays(DayFlag.DaysKept).AtMidnight().InUtc().ToInstant() },
        new PersonalTable<NotWithRow>("NotWith", DataKind.NotWith, person => row => row.PersonId == person,
        [
            new("Id", "which wish to take back", Kept.WhileThere, row => row.Id),
            new("PersonId", WhoItIs, Kept.WhileThere, row => row.PersonId),
            new("OtherId", "whom they would rather not meet; to name them in the person's own list, and nobody else's; empty from when the colleague is erased until they join again", Kept.WhileBothThere, row => row.OtherId),
            new("OtherKey", "a keyed hash of the same: the wish still holds when the colleague was erased and comes back", Kept.WhileThere, null),
        ])
        { OfOthers = (person => row => row.OtherId == person, row => row.OtherId = null) },
        new PersonalTable<CheckInAnsweredRow>("CheckInsAnswered", DataKind.Answers, person => row => row.PersonId == person,
        [
            new("PersonId", "so that everyone answers a check-in once a month; what they answered is not kept", Kept.ThisMonth, row => row.PersonId),
            new("Month", "which month", Kept.ThisMonth, row => row.Month),
        ])
        { Goes = row => row.Month.PlusMonths(1).AtMidnight().InUtc().ToInstant() },
        new PersonalTable<InteractionWatchRow>("InteractionWatches", DataKind.AiUseDays, person => row => row.PersonId == person,
        [
            new("PersonId", WhoItIs, Kept.WhileWatched, row => row.PersonId),
            new("SubscriptionId", "Graph's number for telling that they work with Copilot", Kept.WhileWatched, row => row.SubscriptionId),
            new("ClientState", "secret that shows a notice is Graph's", Kept.WhileWatched, null),
            new("Since", "a day from then without a notice is a day without AI", Kept.WhileWatched, row => row.Since),
            new("ExpiresAt", "when to renew it", Kept.WhileWatched, row => row.ExpiresAt),
        ]),
        new PersonalTable<Consent>("Consents", DataKind.Consent, person => row => row.PersonId == person,
        [
            new("PersonId", WhoItIs, Kept.WhileThere, row => row.PersonId),
            new("Layer", "what was allowed or withdrawn", Kept.WhileThere, row => row.Layer),
            new("Given", "which of the two", Kept.WhileThere, row => row.Given),
            new("At", "when; shows that nothing was read without consent", Kept.WhileThere, row => row.At),
        ]),
        new PersonalTable<VoterRow>("Voters", DataKind.Answers, person => row => row.PersonId == person,
        [
            new("FirstUseId", "which vote", Kept.UntilCounted, row => row.FirstUseId),
            new("PersonId", "so that everyone votes once; what they voted is not kept", Kept.UntilCounted, row => row.PersonId),
        ]),
        InOffice<RuleVersionRow>("RuleVersions", person => row => row.AuthorId == person, [new("AuthorId", Author, Kept.AsLongAsTheBook, row => row.AuthorId)]),
        InOffice<RuleDraftRow>("RuleDrafts", person => row => row.AuthorId == person, [new("AuthorId", Author, Kept.UntilPublished, row => row.AuthorId)]),
        InOffice<RuleApprovalRow>(
            "RuleApprovals",
            person => row => row.AskedById == person || row.DecidedById == person,
            [
                new("AskedById", "who asked; they can't approve it too", Kept.AsLongAsTheBook, row => row.AskedById),
                new("DecidedById", "who decided for the works council", Kept.AsLongAsTheBook, row => row.DecidedById),
                new("DecidedByName", "the approver's name, in the report", Kept.AsLongAsTheBook, row => row.DecidedByName),
            ]),
        InOffice<ExperimentRow>("Trials", person => row => row.StartedById == person, [new("StartedById", "who began the trial", Kept.AsLongAsTheBook, row => row.StartedById)]),
        InOffice<StopRow>(
            "Stops",
            person => row => row.ById == person || row.LiftedById == person,
            [
                new("ById", "who stopped everything", Kept.AsLongAsTheBook, row => row.ById),
                new("LiftedById", "who started it again", Kept.AsLongAsTheBook, row => row.LiftedById),
            ]),
        InOffice<FirstUseRow>(
            "FirstUses",
            person => row => row.DecidedById == person,
            [
                new("DecidedById", "who decided in the body's name", Kept.AsLongAsTheBook, row => row.DecidedById),
                new("DecidedByName", "their name, in the report", Kept.AsLongAsTheBook, row => row.DecidedByName),
            ]),
        InOffice<AuditRow>(
            "AuditEntries",
            person => row => row.ActorId == person,
            [
                new("ActorId", "who acted in office", Kept.AsLongAsTheBook, row => row.ActorId),
                new("ActorName", "their name, as the log shows it", Kept.AsLongAsTheBook, row => row.ActorName),
            ]),
        new PersonalTable<Participant>("Participants", DataKind.Preferences, person => row => row.PersonId == person,
        [
            new("PersonId", "who clicks and writes, as Entra knows them", Kept.WhileThere, row => row.PersonId),
            new("PoolId", "whom they may meet", Kept.WhileThere, row => row.PoolId),
            new("Name", "to name them to whoever they meet, after both said yes", Kept.WhileThere, row => row.Name),
            new("Mail", "to invite them to the event", Kept.WhileThere, row => row.Mail),
            new("UserPrincipalName", "the chat link on a connection's card; their line in the usage report, where allowed", Kept.WhileThere, row => row.UserPrincipalName),
            new("Nonce", Secret, Kept.WhileThere, null),
            new("TeamsUserId", "to write to them", Kept.WhileThere, row => row.TeamsUserId),
            new("ConversationId", "to write to them", Kept.WhileThere, row => row.ConversationId),
            new("ServiceUrl", "to write to them", Kept.WhileThere, row => row.ServiceUrl),
            new("Language", "the language of their cards", Kept.WhileThere, row => row.Language),
            new("Zone", "the hours on their cards", Kept.WhileThere, row => row.Zone),
            new("InstalledAt", "so that the welcome comes once", Kept.WhileThere, row => row.InstalledAt),
            new("JoinedAt", "consent to take part", Kept.WhileThere, row => row.JoinedAt),
            new("GapsAllowedAt", "consent to read free and busy", Kept.WhileThere, row => row.GapsAllowedAt),
            new("OwnWordAllowedAt", "consent to let count what they tell about their week with AI", Kept.WhileThere, row => row.OwnWordAllowedAt),
            new("SourcesAllowedAt", "consent to read the organisation's sources on days with AI", Kept.WhileThere, row => row.SourcesAllowedAt),
            new("PausedUntil", "no invitations until then", Kept.UntilPast, row => row.PausedUntil),
            new("UnreachableSince", "so that nobody waits for someone Teams can't reach", Kept.WhileThere, row => row.UnreachableSince),
            new("Preferences", "what they chose: languages, days, hours, places, kinds, how often, topics, new or known people, the language of their chat", Kept.WhileThere, row => row.Preferences),
            new("LastContactAt", "days since the last contact count in the need", Kept.WhileThere, row => row.LastContactAt),
            new("TurnsLeftOut", "whoever was left out goes first", Kept.WhileThere, row => row.TurnsLeftOut),
            new("AskedForCompanyAt", "whoever asked goes first", Kept.AMonth, row => row.AskedForCompanyAt),
        ]),
    ];

    // What somebody did in office stays when they are forgotten as a participant: a log its writers can erase is none.
    private static PersonalTable<TRow> InOffice<TRow>(
        string name, Func<string, System.Linq.Expressions.Expression<Func<TRow, bool>>> of, IReadOnlyList<PersonalColumn<TRow>> columns)
        where TRow : class =>
        new(name, DataKind.Office, of, columns) { TakeOut = (_, _) => { } };

    private static System.Linq.Expressions.Expression<Func<ConnectionRow, bool>> IsIn(string person) =>
        row => row.Members.Any(member => member.PersonId == person) || row.OpenerId == person || row.MovingId == person;

    private static List<Interval> Times(Week week, IEnumerable<Slot> slots) => [.. slots.Select(slot => week.Of(slot))];
}
