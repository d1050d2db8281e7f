using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Rows;
using TeamsConnectBot.Tests.Postgres;

namespace TeamsConnectBot.Tests.Rituals;

/// <summary>Which questions of the week nobody has seen, so that they may still be asked; on both databases.</summary>
internal sealed class NeverSeenQuestionTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);

    [Test]
    public async Task NeverSeen_IsAQuestionWhosePostsAllFailed_AndNoOther([Values] bool postgres)
    {
        await using var service = StorageOnly.Create(postgres ? PostgresServer.NewDatabase() : null);
        await service.UpdateSchemaAsync();
        var database = service.GetRequiredService<Database>();
        MessageState[][] posts =
        [
            [MessageState.Dropped], [MessageState.Refused], [MessageState.Dropped, MessageState.Refused],

            // Seen, or on its way, or without a post yet.
            [MessageState.Accepted], [MessageState.Planned], [MessageState.InDoubt], [MessageState.Refused, MessageState.Accepted], [],
        ];
        await database.WriteAsync(
            db =>
            {
                foreach (var (number, states) in posts.Index())
                {
                    db.PostedQuestions.Add(new PostedQuestion
                    {
                        OccurrenceId = IdOf(number), RitualId = IdOf(100), SpaceId = IdOf(200), Number = number,
                        On = new LocalDate(2026, 3, 2),
                    });
                    db.Messages.AddRange(states.Index().Select(state => Post(number, state.Index, state.Item)));
                }

                return Task.CompletedTask;
            },
            default);

        var never = await database.ReadAsync(
            db => PostedQuestion.NeverSeen(db).Select(row => row.Number).OrderBy(number => number).ToListAsync(), default);
        Assert.That(never, Is.EqualTo(new[] { 0, 1, 2 }));

        var one = IdOf(1);
        await database.WriteAsync(db => PostedQuestion.NeverSeen(db).Where(row => row.OccurrenceId == one).ExecuteDeleteAsync(), default);
        await database.WriteAsync(db => PostedQuestion.NeverSeen(db).Where(row => row.Number != 2).ExecuteDeleteAsync(), default);
        var left = await database.ReadAsync(
            db => db.PostedQuestions.Select(row => row.Number).OrderBy(number => number).ToListAsync(), default);
        Assert.That(left, Is.EqualTo(new[] { 2, 3, 4, 5, 6, 7 }));
    }

    private static Message Post(int number, int place, MessageState state) => new()
    {
        Id = IdOf(1000 + 10 * number + place), PersonId = "", SpaceId = IdOf(200 + place), Kind = MessageKind.Occurrence,
        SubjectId = IdOf(number), Sequence = place, DueAt = Monday, State = state,
    };

    private static Guid IdOf(int number) => new(number + 1, 0, 0, new byte[8]);
}
