using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using TeamsConnectBot.Data;
using TeamsConnectBot.Data.Migrations;
using TeamsConnectBot.DoNotMatch;
using TeamsConnectBot.Sandbox.Teams;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>An Entra id in capitals, or without hyphens, identifies the same person.</summary>
internal sealed class OneIdTests : OwnChatTests
{
    [TestCase("D", true)]
    [TestCase("N", false)]
    [TestCase("B", true)]
    public async Task Activity_WithTheIdInAnotherFormat_IsFromTheSamePerson(string form, bool capitals)
    {
        await World.JoinAsync(Anna);

        await SendAsync(Anna, Activities.Message("m1", "pauze 2 weken"), Written(Anna, form, capitals));

        var person = await World.ReadAsync(db => db.Participants.SingleAsync());
        Assert.That(person.PersonId, Is.EqualTo(Anna.ObjectId.ToString()));
        Assert.That(person.PausedUntil, Is.Not.Null);
    }

    [Test]
    public async Task Uninstalling_WithTheIdInCapitals_ErasesThePerson()
    {
        await World.JoinAsync(Anna);

        await SendAsync(Anna, Activities.Installation("remove"), Written(Anna, "D", capitals: true));

        Assert.That(await World.ReadAsync(db => db.Participants.CountAsync()), Is.Zero);
    }

    [Test]
    public async Task FirstSeenInCapitals_IsStoredNormalised_AndNotWithChoicesApply()
    {
        await SendAsync(Anna, Activities.MembersAdded(), Written(Anna, "D", capitals: true));
        await World.JoinAsync(Anna);
        await World.JoinAsync(Bas);
        await World.SayAsync(Bas, $"liever niet met {Anna.UserPrincipalName}");

        var people = await World.ReadAsync(db => db.Participants.Select(person => person.PersonId).ToListAsync());
        Assert.That(people, Is.EquivalentTo(new[] { Anna.ObjectId.ToString(), Bas.ObjectId.ToString() }));
        Assert.That(await World.ReadAsync(db => db.NotWith.Select(row => row.OtherId).SingleAsync()), Is.EqualTo(Anna.ObjectId.ToString()));
    }

    [Test]
    public async Task OldRows_AreNormalised_AndDuplicatesMerged()
    {
        await World.JoinAsync(Anna);
        await World.JoinAsync(Bas);
        await World.SayAsync(Anna, $"liever niet met {Bas.UserPrincipalName}");
        var (anna, bas) = (Anna.ObjectId.ToString(), Bas.ObjectId.ToString());
        await World.WriteAsync(async db =>
        {
            // Bas has a row with his id in capitals only; Anna has one of each.
            await db.Participants.Where(row => row.PersonId == bas)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.PersonId, bas.ToUpperInvariant()));
            await db.NotWith.ExecuteUpdateAsync(set => set
                .SetProperty(row => row.PersonId, anna.ToUpperInvariant()).SetProperty(row => row.OtherId, bas.ToUpperInvariant()));
            db.Participants.Add(Twin(await db.Participants.AsNoTracking().SingleAsync(row => row.PersonId == anna)));
            db.AiUseDays.AddRange(Day(anna, 20, true), Day(anna.ToUpperInvariant(), 20, false), Day(anna.ToUpperInvariant(), 19, true));
        });

        await World.WriteAsync(async db =>
        {
            foreach (var statement in PersonIdsInOneForm.Statements)
            {
                await db.Database.ExecuteSqlRawAsync(statement);
            }
        });

        var people = await World.ReadAsync(db => db.Participants.Select(row => row.PersonId).ToListAsync());
        var days = await World.ReadAsync(db => db.AiUseDays.OrderBy(row => row.Day).ToListAsync());
        var wish = await World.ReadAsync(db => db.NotWith.SingleAsync());
        Assert.Multiple(() =>
        {
            Assert.That(people, Is.EquivalentTo(new[] { anna, bas }));
            Assert.That(
                days.Select(row => (row.PersonId, row.Day.Day, row.Used)), Is.EqualTo(new[] { (anna, 19, true), (anna, 20, true) }));
            Assert.That((wish.PersonId, wish.OtherId), Is.EqualTo((anna, bas)));
        });
    }

    [Test]
    public void Migration_CoversEveryColumnWithAPersonsId()
    {
        var columns = Register.Tables
            .SelectMany(
                table => table.Columns.Where(column => Ids.Contains(column.Name)).Select(column => (table.Name, Column: column.Name)))
            .Where(one => one != Hashed && !MadeLater.Contains(one.Name));

        Assert.That(columns.Where(one => !PersonIdsInOneForm.Statements.Any(IsAbout(one))), Is.Empty);
    }

    private static readonly string[] Ids =
    [
        "PersonId", "OtherId", "HostId", "OpenerId", "MovingId", "AuthorId", "AskedById", "DecidedById", "StartedById", "ById",
        "LiftedById",
        "ActorId",
    ];

    // Tables that a later migration made never held an id in another form.
    private static readonly HashSet<string> MadeLater =
    [
        .. typeof(ConnectDb).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<MigrationAttribute>() is { } migration
                && string.CompareOrdinal(migration.Id, IdOf(typeof(PersonIdsInOneForm))) > 0)
            .SelectMany(type => StepsOf(type).OfType<CreateTableOperation>()).Select(operation => operation.Name),
    ];

    // The audit log's hashes cover the id as it was written, so it cannot change.
    private static readonly (string Table, string Column) Hashed = ("AuditEntries", "ActorId");

    private static IReadOnlyList<MigrationOperation> StepsOf(Type type)
    {
        var migration = (Migration)Activator.CreateInstance(type)!;
        migration.ActiveProvider = "Microsoft.EntityFrameworkCore.Sqlite";
        return migration.UpOperations;
    }

    private static string IdOf(Type migration) => migration.GetCustomAttribute<MigrationAttribute>()!.Id;

    private static Func<string, bool> IsAbout((string Table, string Column) one) =>
        statement => statement.StartsWith($"UPDATE \"{one.Table}\" SET \"{one.Column}\"", StringComparison.Ordinal);

    private static AiUseDay Day(string person, int day, bool used) =>
        new() { PersonId = person, Day = new LocalDate(2026, 2, day), Source = AiUseSource.SelfReport, Used = used };

    private static Participant Twin(Participant person) => new()
    {
        PersonId = person.PersonId.ToUpperInvariant(),
        PoolId = person.PoolId,
        Name = person.Name,
        Nonce = Nonce.New(),
        TeamsUserId = person.TeamsUserId,
        ConversationId = person.ConversationId,
        ServiceUrl = person.ServiceUrl,
        Language = person.Language,
        Zone = person.Zone,
        InstalledAt = person.InstalledAt,
    };

    private static string Written(Person person, string form, bool capitals) =>
        capitals ? person.ObjectId.ToString(form).ToUpperInvariant() : person.ObjectId.ToString(form);

    private async Task SendAsync(Person person, JsonObject activity, string id)
    {
        var server = World.Tenant;
        server.Channel.Address(server.Tenant.Chats.Of(person), activity);
        activity["from"]!["aadObjectId"] = id;
        var token = server.ChannelTokens.Create(server.Channel.ServiceUrl);
        var answer = await server.Channel.PostAsync(activity.ToJsonString(), token, default);
        Assert.That(answer.Status, Is.InRange(200, 202));
        await World.Clock.QuietAsync(default);
    }
}
