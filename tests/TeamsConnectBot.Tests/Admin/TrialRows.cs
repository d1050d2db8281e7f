using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rules.Rows;
using TeamsConnectBot.Tests.Privacy;

namespace TeamsConnectBot.Tests.Admin;

/// <summary>Writes rows of a trial of the rule 'everybody', with weeks of answered invitations.</summary>
internal static class TrialRows
{
    public const string Rule = "everybody";

    public static Task BeginAsync(PrivacyWorld world, int weeksAgo) => world.WriteAsync(db => db.Trials.AddAsync(new ExperimentRow
    {
        Id = Guid.CreateVersion7(world.Clock.Now), RuleId = Rule, One = 2, Other = 1, Seed = 1, StartedById = "a",
        StartedAt = Monday(world, weeksAgo).AtMidnight().InUtc().ToInstant(),
    }).AsTask());

    /// <summary>Adds a week of invitations.</summary>
    /// <param name="world">The world to write to.</param>
    /// <param name="weeksAgo">How many weeks ago the week began; a week is closed two weeks after it began.</param>
    /// <param name="one">How many people version 2 invited, and how many of them met.</param>
    /// <param name="other">The same for version 1.</param>
    /// <param name="beside">How many people another rule invited.</param>
    public static Task AddWeekAsync(
        PrivacyWorld world, int weeksAgo, (int Invited, int Met) one, (int Invited, int Met) other, int beside = 0) =>
        world.WriteAsync(async db =>
    {
        var connection = await AddMeetingAsync(world, db, weeksAgo, "everyone");
        foreach (var (side, version, rule) in new[] { (one, 2, Rule), (other, 1, Rule), ((beside, 0), 1, "another") })
        {
            for (var number = 0; number < side.Item1; number++)
            {
                AddInvitation(world, db, connection, rule, version, $"p-{weeksAgo}-{rule}-{version}-{number}", number < side.Item2);
            }
        }
    });

    /// <summary>Adds a week of invitations by another rule, in a pool of its own.</summary>
    public static Task AddOtherPoolAsync(PrivacyWorld world, int weeksAgo, int invited, int met) => world.WriteAsync(async db =>
    {
        var connection = await AddMeetingAsync(world, db, weeksAgo, "other");
        for (var number = 0; number < invited; number++)
        {
            AddInvitation(world, db, connection, "another", 1, $"p-{weeksAgo}-other-{number}", number < met);
        }
    });

    /// <summary>
    /// Adds a participant for everybody who was invited, and fifteen more, so that there are weekly figures. All joined long ago.
    /// </summary>
    /// <param name="world">The world to write to.</param>
    /// <param name="special">Somebody invited about whom something is different.</param>
    /// <param name="pool">The pool of that person.</param>
    /// <param name="joinedWeeksAgo">In which week they joined.</param>
    public static Task AddParticipantsAsync(PrivacyWorld world, string special = "", string pool = "everyone", int joinedWeeksAgo = 9) =>
        world.WriteAsync(async db =>
        {
            var invited = await db.Invitations.Select(row => row.PersonId).Distinct().ToListAsync();
            foreach (var id in invited.Concat(Enumerable.Range(0, 15).Select(number => $"p-silent-{number}")))
            {
                var joined = Monday(world, id == special ? joinedWeeksAgo : 9).AtMidnight().InUtc().ToInstant();
                db.Participants.Add(new Participant
                {
                    PersonId = id, PoolId = id == special ? pool : "everyone", Name = id, Nonce = "nonce " + id, TeamsUserId = "29:" + id,
                    ServiceUrl = "x", Language = "nl", Zone = "Europe/Amsterdam", InstalledAt = joined, JoinedAt = joined,
                });
            }
        });

    private static async Task<MeetingRow> AddMeetingAsync(PrivacyWorld world, ConnectDb db, int weeksAgo, string pool)
    {
        var monday = Monday(world, weeksAgo);
        var round = await db.Rounds.SingleOrDefaultAsync(row => row.PoolId == pool && row.Monday == monday)
            ?? db.Rounds.Add(new Round
            {
                Id = Guid.CreateVersion7(world.Clock.Now.AddDays(-7 * weeksAgo)), PoolId = pool, Monday = monday, Seed = 1,
                State = RoundState.Settled, StartedAt = monday.AtMidnight().InUtc().ToInstant(),
            }).Entity;
        var connection = new MeetingRow
        {
            Id = Guid.CreateVersion7(world.Clock.Now.AddDays(-7 * weeksAgo)), RoundId = round.Id, PoolId = pool,
            State = MeetingState.Over, Offer = Offer.Coffee, Monday = monday, StartsAt = monday.AtMidnight().InUtc().ToInstant(),
            Minutes = 30, Question = 0,
        };
        db.Meetings.Add(connection);
        return connection;
    }

    private static void AddInvitation(
        PrivacyWorld world, ConnectDb db, MeetingRow connection, string rule, int version, string person, bool met)
    {
        db.Invitations.Add(new Invitation
        {
            Id = Guid.CreateVersion7(world.Clock.Now), RoundId = connection.RoundId, PersonId = person, Nonce = "n", Offer = Offer.Coffee,
            Monday = connection.Monday, Gaps = [], Facts = [], RuleId = rule, RuleNumber = version,
            State = met ? InvitationState.Settled : InvitationState.Silent,
            AnswersUntil = connection.StartsAt + Duration.FromDays(1), SentAt = connection.StartsAt,
            ConnectionId = met ? connection.Id : null,
        });
        if (met)
        {
            // All of these say that they met.
            var answer = (connection.Members.Count % 3) switch
            {
                0 => MemberAnswer.Met, 1 => MemberAnswer.AgainPlease, _ => MemberAnswer.ThreeTimes,
            };
            connection.Members.Add(new MemberRow { ConnectionId = connection.Id, PersonId = person, Nonce = "n", Answer = answer });
        }
    }

    private static LocalDate Monday(PrivacyWorld world, int weeksAgo) =>
        Week.Of(Instant.FromDateTimeOffset(world.Clock.Now)).Monday.PlusWeeks(-weeksAgo);
}
