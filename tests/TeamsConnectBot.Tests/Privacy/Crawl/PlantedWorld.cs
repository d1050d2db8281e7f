using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.HelpRequests;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;
using TeamsConnectBot.DoNotMatch;
using TeamsConnectBot.Figures;
using TeamsConnectBot.HelpRequests.Rows;
using TeamsConnectBot.Signals;
using TeamsConnectBot.Topics;

namespace TeamsConnectBot.Tests.Privacy.Crawl;

/// <summary>
/// An organisation in which one person's rows hold values that nobody else's do: when they joined, their AI-use days, the facts about
/// them, what they answered and when, their pause, their working hours, and whom they would rather not meet.
/// </summary>
internal sealed class PlantedWorld : IAsyncDisposable
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    private const string Pool = "everyone";
    private const int Others = 80;

    private static readonly Guid Admins = new("aaaaaaaa-0000-4000-8000-000000000001");
    private static readonly Guid Council = new("aaaaaaaa-0000-4000-8000-000000000002");
    private static readonly Guid Readers = new("aaaaaaaa-0000-4000-8000-000000000003");

    private static readonly Instant JoinedAt = Instant.FromUtc(2026, 1, 17, 5, 17, 23);
    private static readonly Instant DeclinedAt = Instant.FromUtc(2026, 2, 14, 3, 33, 37);
    private static readonly Instant LastContactAt = Instant.FromUtc(2026, 1, 29, 1, 11, 19);
    private static readonly Instant PausedUntil = Instant.FromUtc(2027, 4, 18, 22, 0);
    private static readonly Instant AskedForHelpAt = Instant.FromUtc(2026, 2, 19, 4, 29, 41);
    private static readonly Instant HelpStartsAt = Instant.FromUtc(2026, 2, 20, 2, 47, 53);
    private static readonly LocalDate AiDay = new(2026, 2, 21);
    private static readonly LocalTime Begins = new(6, 13);

    // Sunday 03:45 UTC.
    private static readonly Slot Ticked = new((6 * 96) + 15, 2);

    private PlantedWorld(PrivacyWorld inner) => Inner = inner;

    public PrivacyWorld Inner { get; }

    // The owner is not the first person, because that one hosts the pool and is named to everybody.
    public Person Owner => Inner.People[4];

    public Person Host => Inner.People[0];

    public Person Lead => Inner.People[1];

    public Person Employee => Inner.People[2];

    public Person Unwanted => Inner.People[3];

    /// <summary>The people who might look, with their roles; the owner of the values is not among them.</summary>
    public IReadOnlyList<(string Role, Person? Person)> Roles =>
    [
        ("anonymous", null), ("employee", Employee), ("lead", Lead),
        ("reader", Inner.People[^3]), ("admin", Inner.People[^1]), ("works council", Inner.People[^2]),
    ];

    public IReadOnlyList<PlantedValue> Values =>
    [
        new("that they take part", Owner.Name, Owner.UserPrincipalName, Owner.ObjectId.ToString()),
        PlantedValue.Moment("when they joined", JoinedAt),
        PlantedValue.Day("a day with AI", AiDay),
        new(
            "their band",
            [.. new[] { "nl", "en" }.Select(language => Texts.For(language).Why.Facts.AiUse.NearlyEveryDay), "\"Kind\":\"AiUse\""]),
        new("a fact about them", "9713 dagen", "9713 days", "\"Value\":9713"),
        new("when they are free", "03:45", "04:45", "591+2"),
        PlantedValue.Moment("when they declined", DeclinedAt),
        PlantedValue.Day("their pause", PausedUntil.InZone(Zone).Date, PausedUntil.InUtc().Date),
        PlantedValue.Moment("their last contact", LastContactAt),
        new("their hours", "06:13"),
        new("what they asked colleagues", "blauwe klompen 9713"),
        new("what they want to be asked about", "kwastenkalligrafie"),
        new("how they thanked somebody", "paarse ganzenveren"),
        new("what they like to talk about", "zeepbellenkunde"),
        PlantedValue.Moment("when they were asked for help", AskedForHelpAt),
        PlantedValue.Moment("when they helped, had they said yes", HelpStartsAt),
        new("whom they would rather not meet", Unwanted.Name, Unwanted.ObjectId.ToString(), Unwanted.UserPrincipalName),
    ];

    public static async Task<PlantedWorld> StartAsync(Action<IServiceCollection>? services = null)
    {
        var inner = await PrivacyWorld.StartAsync(
            people: 8,
            change: organisation => organisation with
            {
                People = organisation.People
                    .SetItem(4, organisation.People[4] with
                    {
                        Name = "Veronique Quastelburg", Mail = "vq-box@contoso.example", UserPrincipalName = "vq-box@contoso.example",
                        ManagerId = organisation.People[1].Id,
                    })
                    .SetItem(3, organisation.People[3] with
                    {
                        Name = "Wouter Zonderling-Quast", Mail = "wz-box@contoso.example", UserPrincipalName = "wz-box@contoso.example",
                    }),
            },
            settings: new Dictionary<string, string>
            {
                ["Roles:Admin:1"] = Admins.ToString(),
                ["Roles:WorksCouncil:1"] = Council.ToString(),
                ["Roles:Reader:1"] = Readers.ToString(),
                ["Programme:Pools:0:Help:On"] = "true",
                ["Programme:Pools:0:Help:AgreedBy"] = "the works council, decision 12",
            },
            services);
        var world = new PlantedWorld(inner);
        inner.Tenant.Tenant.Groups.Set(new TenantGroup(Admins, "Admins") { Members = [inner.People[^1]] });
        inner.Tenant.Tenant.Groups.Set(new TenantGroup(Council, "Works council") { Members = [inner.People[^2]] });
        inner.Tenant.Tenant.Groups.Set(new TenantGroup(Readers, "Readers") { Members = [inner.People[^3]] });
        await inner.InstallAsync(world.Host);
        await inner.JoinAsync(world.Owner, aiUse: true);
        foreach (var (_, person) in world.Roles.Where(role => role.Person is not null))
        {
            await inner.JoinAsync(person!);
        }

        await world.PlantAsync();
        await inner.Services.GetRequiredService<FigurePublisher>().PublishAsync(null, default);
        return world;
    }

    /// <summary>Adds a team owned by the lead with everybody in it, or everybody except one person.</summary>
    public async Task<SharedChat> AddTeamAsync(Person? without = null)
    {
        var channel = Inner.Tenant.Tenant.Spaces.AddTeam("Noord", [Lead], [.. Inner.People.Where(person => person != without)]);
        await Inner.Tenant.Channels.InstallAsync(channel, Lead);
        await Inner.Clock.QuietAsync(default);
        return channel;
    }

    public ValueTask DisposeAsync() => Inner.DisposeAsync();

    private async Task PlantAsync()
    {
        await Inner.Services.GetRequiredService<DoNotMatchList>()
            .AddAsync(Owner.ObjectId.ToString(), Unwanted.ObjectId.ToString(), default);
        await Inner.WriteAsync(async db =>
        {
            var row = (await db.Participants.FindAsync(Owner.ObjectId.ToString()))!;
            row.JoinedAt = row.OwnWordAllowedAt = row.AskedForCompanyAt = JoinedAt;
            row.LastContactAt = LastContactAt;
            row.PausedUntil = PausedUntil;
            row.Preferences = row.Preferences with { DayStarts = Begins, DayEnds = new LocalTime(17, 0) };
            db.AiUseDays.Add(new AiUseDay { PersonId = row.PersonId, Day = AiDay, Source = AiUseSource.SelfReport, Used = true });
            db.PersonTopics.Add(new TopicRow { PersonId = row.PersonId, Talk = new TopicPick([], ["zeepbellenkunde"]) });
            PlantHelp(db, row.PersonId);
            var monday = Week.Of(Instant.FromDateTimeOffset(Inner.Clock.Now)).Monday;
            AddWeek(db, monday.PlusWeeks(-2), row.PersonId);
        });
    }

    // Their own question, and their 'no' to somebody else's.
    private void PlantHelp(ConnectDb db, string owner)
    {
        var now = Instant.FromDateTimeOffset(Inner.Clock.Now);
        db.Helpers.Add(new HelperRow { PersonId = owner, Topics = ["kwastenkalligrafie"], LastAskedAt = AskedForHelpAt });
        foreach (var (asker, words) in new[] { (owner, "blauwe klompen 9713"), (Employee.ObjectId.ToString(), "een vraag van een ander") })
        {
            var question = new HelpRequestRow
            {
                Id = Guid.CreateVersion7(Inner.Clock.Now), PersonId = asker, PoolId = Pool, Words = words, Language = "nl", Minutes = 20,
                Deadline = now, State = HelpRequestState.NotTaken, Nonce = Nonce.New(), CreatedAt = now, EndedAt = now,
                Outcome = asker == owner ? HelpOutcome.HelpedABit : null, Thanks = asker == owner ? "paarse ganzenveren" : null,
            };
            db.HelpRequests.Add(question);
            if (asker != owner)
            {
                db.HelpOffers.Add(new HelpOfferRow
                {
                    Id = Guid.CreateVersion7(Inner.Clock.Now), RequestId = question.Id, PersonId = owner, Wave = 0, Nonce = Nonce.New(),
                    Starts = [HelpStartsAt], State = HelpOfferState.Answered, AskedAt = AskedForHelpAt, SentAt = AskedForHelpAt,
                });
            }
        }
    }

    // A week in which the counts, which include the owner, are large enough to be published.
    private void AddWeek(ConnectDb db, LocalDate monday, string owner)
    {
        var start = monday.AtMidnight().InUtc().ToInstant();
        var round = new Round
        {
            Id = Guid.CreateVersion7(Inner.Clock.Now.AddDays(-14)), PoolId = Pool, Monday = monday, Seed = 1, State = RoundState.Settled,
            StartedAt = start, AnswersUntil = start,
        };
        db.Rounds.Add(round);
        db.Invitations.Add(Invite(round, owner, InvitationState.NotThisWeek, 0));
        for (var index = 1; index < Others; index++)
        {
            var id = $"someone-{index:00}";
            db.Participants.Add(new Participant
            {
                PersonId = id, PoolId = Pool, Name = id, Nonce = $"nonce-{index}", TeamsUserId = "29:" + id, ServiceUrl = "x",
                Language = "nl", Zone = Zone.Id,
                InstalledAt = start - Duration.FromDays(9), JoinedAt = start - Duration.FromDays(9),
            });
            if (index < 60)
            {
                db.Invitations.Add(Invite(round, id, index < 40 ? InvitationState.LeftOut : InvitationState.Silent, index));
            }
        }
    }

    private Invitation Invite(Round round, string person, InvitationState state, int number) => new()
    {
        Id = Guid.CreateVersion7(Inner.Clock.Now.AddMilliseconds(number)), RoundId = round.Id, PersonId = person, Nonce = Nonce.New(),
        State = state, Offer = Offer.Coffee,
        Monday = round.Monday, Gaps = number == 0 ? [Ticked] : [], Ticked = number == 0 ? [Ticked] : [], AnswersUntil = round.StartedAt,
        SentAt = round.StartedAt,
        AnsweredAt = number == 0 ? DeclinedAt : null,
        Facts = number == 0 ? [new NeedFact(NeedFactKind.DaysSinceContact, 9713, 10), new NeedFact(NeedFactKind.AiUse, 3, 10)] : [],
    };
}
