using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TeamsConnectBot.Core.Meetings;
using TeamsConnectBot.Core.People;
using TeamsConnectBot.Core.Rules;
using TeamsConnectBot.Data;
using TeamsConnectBot.DoNotMatch;
using TeamsConnectBot.Signals;

namespace TeamsConnectBot.Benchmarks;

/// <summary>People with several months of data: one person's rows are inserted, then copied with SQL for all the others.</summary>
internal sealed class ManyPeople(TeamsConnectBot.Data.Database database, Instant now)
{
    private const int Invitations = 6;
    private const int Connections = 3;
    private const string Template = "template";

    // In a copy, its number replaces the last twelve digits of each id.
    private const string Number = "printf('%012x', n.value)";
    private const string NewPerson = "'00000000-0000-4000-8000-' || " + Number;

    public static string IdOf(int number) => $"00000000-0000-4000-8000-{number:x12}";

    /// <returns>The number of rows copied.</returns>
    public async Task<long> WriteAsync(int people, CancellationToken cancellation)
    {
        await database.WriteAsync(db => AddTemplateAsync(db, cancellation), cancellation);
        return await database.WriteAsync(db => CopyAsync(db, people, cancellation), cancellation);
    }

    private async Task AddTemplateAsync(ConnectDb db, CancellationToken cancellation)
    {
        db.Participants.Add(new Participant
        {
            PersonId = Template, PoolId = "everyone", Name = "Somebody", Mail = "somebody@example.org", Nonce = Nonce.New(),
            TeamsUserId = "29:somebody", ConversationId = "a:somebody", ServiceUrl = "https://example.org", Language = "nl",
            Zone = "Europe/Amsterdam", InstalledAt = now, JoinedAt = now,
        });
        foreach (var layer in Enum.GetValues<ConsentLayer>())
        {
            db.Consents.Add(new Consent { Id = NewId(), PersonId = Template, Layer = layer, Given = true, At = now });
        }

        db.AiUseDays.AddRange(Enumerable.Range(0, 10).Select(day => new AiUseDay
        {
            PersonId = Template, Day = now.InUtc().Date.PlusDays(-day), Source = AiUseSource.SelfReport, Used = true,
        }));
        db.NotWith.Add(new DoNotMatchRow { Id = NewId(), PersonId = Template, OtherId = Template, OtherKey = "key" });
        for (var number = 0; number < Invitations; number++)
        {
            AddRound(db, number);
        }

        await Task.CompletedTask.WaitAsync(cancellation);
    }

    private void AddRound(ConnectDb db, int number)
    {
        var at = now - Duration.FromDays(7 * (number + 1));
        var round = NewId();
        var invitation = NewId();
        var connection = number < Connections ? NewId() : (Guid?)null;
        db.Invitations.Add(new Invitation
        {
            Id = invitation, RoundId = round, PersonId = Template, Nonce = Nonce.New(), State = InvitationState.Settled,
            Offer = Offer.Coffee, Monday = at.InUtc().Date, Gaps = [], Facts = [new NeedFact(NeedFactKind.DaysSinceContact, 21, 10)],
            AnswersUntil = at, SentAt = at, AnsweredAt = at, ConnectionId = connection,
        });
        foreach (var kind in new[] { MessageKind.Invitation, MessageKind.Connection, MessageKind.Reminder })
        {
            db.Messages.Add(new Message
            {
                Id = NewId(), PersonId = Template, Kind = kind, SubjectId = invitation, DueAt = at, State = MessageState.Accepted,
                SentAt = at,
            });
        }

        if (connection is { } id)
        {
            db.Meetings.Add(new MeetingRow
            {
                Id = id, RoundId = round, PoolId = "everyone", State = MeetingState.Over, Offer = Offer.Coffee, Monday = at.InUtc().Date,
                StartsAt = at, Minutes = 20, Question = 1,
                Members = { new MemberRow { ConnectionId = id, PersonId = Template, Nonce = Nonce.New(), Answer = MemberAnswer.Met } },
            });
        }
    }

    private static async Task<long> CopyAsync(ConnectDb db, int people, CancellationToken cancellation)
    {
        await RunAsync(db, "CREATE TEMP TABLE numbers (value INTEGER PRIMARY KEY)", cancellation);
        var count = $"WITH RECURSIVE c(x) AS (SELECT 0 UNION ALL SELECT x + 1 FROM c WHERE x + 1 < {people})";
        await RunAsync(db, $"{count} INSERT INTO numbers SELECT x FROM c", cancellation);
        long rows = 0;
        foreach (var type in db.Model.GetEntityTypes()
            .Where(type => type.FindProperty("PersonId") is not null || type.ClrType == typeof(MeetingRow)))
        {
            var table = type.GetTableName()!;
            var columns = type.GetProperties().Select(property => property.GetColumnName()).ToList();
            var owned = columns.Contains("PersonId") ? $"t.PersonId = '{Template}'" : "1";
            var values = columns.Select(column => column switch
            {
                "PersonId" or "OtherId" => NewPerson,
                "Id" or "ConnectionId" or "SubjectId" => $"substr(t.\"{column}\", 1, 24) || upper({Number})",
                _ => $"t.\"{column}\"",
            });
            await RunAsync(db, $"CREATE TEMP TABLE one AS SELECT * FROM \"{table}\" t WHERE {owned}", cancellation);
            var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
            var copy = $"INSERT INTO \"{table}\" ({names}) SELECT {string.Join(", ", values)} FROM one t CROSS JOIN numbers n";
            rows += await RunAsync(db, copy, cancellation);
            await RunAsync(db, "DROP TABLE one", cancellation);
        }

        return rows;
    }

    // Safe as SQL: it contains only the model's own names and numbers.
    private static async Task<int> RunAsync(ConnectDb db, string sql, CancellationToken cancellation)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(cancellation);
    }

    private Guid NewId() => Guid.CreateVersion7(now.ToDateTimeOffset());
}
