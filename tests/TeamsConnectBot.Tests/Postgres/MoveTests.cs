using Microsoft.Extensions.Options;
using TeamsConnectBot.Core.Availability;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Moving;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Tests.Postgres;

/// <summary>Moving the data from SQLite to PostgreSQL.</summary>
internal sealed class MoveTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Test]
    public async Task Move_FromSqlite_CopiesEveryRowAndReportsByTable()
    {
        await using var from = await FilledAsync();
        var server = PostgresServer.NewDatabase();
        var output = new StringWriter();

        Assert.That(await MoveAsync(from, server, output), Is.Zero, output.ToString());

        await using var to = StorageOnly.Create(server);
        var database = to.GetRequiredService<Database>();
        var connection = await database.ReadAsync(db => db.Meetings.Include(row => row.Members).SingleAsync(), default);
        Assert.That(connection.Members, Has.Count.EqualTo(2));
        Assert.That(connection.Members.Select(member => member.OtherGaps), Is.All.EqualTo(new[] { new Slot(58, 2) }));
        Assert.That(await database.ReadAsync(db => db.Participants.CountAsync(), default), Is.EqualTo(700));
        Assert.That(
            output.ToString(),
            Does.Contain("Participants: 700 rows, sha256").And.Contain("Members: 2 rows").And.Contain("Everything was moved"));
    }

    [Test]
    public async Task Move_IntoADatabaseWithRows_MovesNothing()
    {
        await using var from = await FilledAsync();
        var server = PostgresServer.NewDatabase();
        await MoveAsync(from, server, TextWriter.Null);
        var output = new StringWriter();

        Assert.That(await MoveAsync(from, server, output), Is.EqualTo(1));
        Assert.That(output.ToString(), Does.Contain("there are rows in PostgreSQL already. Nothing was moved."));
    }

    [Test]
    public async Task Move_FromAMissingFile_IsRefused()
    {
        var output = new StringWriter();

        Assert.That(
            await PostgresMove.RunAsync(["--Storage:File=/nowhere/connect.db", "--Storage:ConnectionString=Host=nowhere"], output),
            Is.EqualTo(1));
        Assert.That(output.ToString(), Does.Contain("no file at Storage:File"));
    }

    private static Task<int> MoveAsync(IServiceProvider from, string server, TextWriter output) => PostgresMove.RunAsync(
        [$"--Storage:File={from.GetRequiredService<IOptions<StorageOptions>>().Value.File}", $"--Storage:ConnectionString={server}"],
        output);

    private static async Task<ServiceProvider> FilledAsync()
    {
        var storage = StorageOnly.Create(null);
        await storage.UpdateSchemaAsync();
        await storage.GetRequiredService<Database>().WriteAsync(
            db =>
            {
                var people = Enumerable.Range(0, 700).Select(number => new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).ToString()).ToList();
                db.Participants.AddRange(people.Select(PersonOf));
                var connection = MeetingOf(Guid.CreateVersion7(Now.ToDateTimeOffset()));
                connection.Members.AddRange(people.Take(2).Select(person => new MemberRow
                {
                    ConnectionId = connection.Id, PersonId = person, Nonce = "n", Told = true, OtherGaps = [new Slot(58, 2)],
                }));
                db.Meetings.Add(connection);
                db.AiUseDays.Add(
                    new AiUseDay { PersonId = people[0], Day = new LocalDate(2026, 3, 1), Source = AiUseSource.SelfReport, Used = true });
                db.Invitations.Add(InvitationOf(people[0], connection));
                return Task.CompletedTask;
            },
            default);
        return storage;
    }

    private static Participant PersonOf(string id) => new()
    {
        PersonId = id,
        PoolId = "everyone",
        Name = "Zoë O'Brien",
        Nonce = "n",
        TeamsUserId = "29:x",
        ServiceUrl = "https://example.org/",
        Language = "nl",
        Zone = "Europe/Amsterdam",
        InstalledAt = Now,
        Preferences = new Preferences { Languages = ["nl", "en"], DayStarts = new LocalTime(9, 30) },
    };

    private static MeetingRow MeetingOf(Guid id) => new()
    {
        Id = id,
        RoundId = id,
        PoolId = "everyone",
        State = MeetingState.Announced,
        Offer = Offer.Coffee,
        Monday = new LocalDate(2026, 3, 2),
        StartsAt = Now,
        Minutes = 20,
        Question = 3,
    };

    private static Invitation InvitationOf(string person, MeetingRow connection) => new()
    {
        Id = Guid.CreateVersion7(Now.ToDateTimeOffset()),
        RoundId = connection.RoundId,
        PersonId = person,
        Nonce = "n",
        State = InvitationState.Settled,
        Offer = Offer.Coffee,
        Monday = connection.Monday,
        Gaps = [new Slot(58, 2), new Slot(130, 2)],
        Facts = [new NeedFact(NeedFactKind.TurnsLeftOut, 2, 100)],
        AnswersUntil = Now,
    };
}
