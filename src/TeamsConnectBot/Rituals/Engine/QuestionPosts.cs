using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Core.Rituals.Questions;
using TeamsConnectBot.Data;
using TeamsConnectBot.Rituals.Posts;
using TeamsConnectBot.Rituals.Rows;

namespace TeamsConnectBot.Rituals.Engine;

/// <summary>
/// Posts the question of an occurrence. It chooses one that was not asked in the channel within half a year; when there is none left, one
/// post says from when there is.
/// </summary>
internal sealed class QuestionPosts(HostTurns occurrences, PostBox posts)
{
    /// <summary>How many questions there are, the same number in every language.</summary>
    public static int Count => Texts.For(Texts.DefaultLanguage).Ritual.Questions.Count;

    public async Task PostAsync(ConnectDb db, Ritual ritual, Space space, PlannedTime time, CancellationToken cancellationToken)
    {
        var (occurrence, _) = await occurrences.FindOrAddAsync(db, ritual, time, cancellationToken);
        await PostedQuestion.NeverSeen(db).Where(row => row.OccurrenceId == occurrence.Id).ExecuteDeleteAsync(cancellationToken);
        if (await db.PostedQuestions.AnyAsync(row => row.OccurrenceId == occurrence.Id, cancellationToken))
        {
            // It was posted already and then moved: a question is asked once.
            return;
        }

        (occurrence.State, occurrence.StartsAt) = (OccurrenceState.Announced, time.Start);
        var today = time.Start.InZone(ritual.Plan.TimeZone).Date;
        var before = await db.PostedQuestions.Where(row => row.SpaceId == space.Id || row.RitualId == ritual.Id)
            .ToListAsync(cancellationToken);
        var asked = before.ConvertAll(row => new AskedQuestion(row.Number, row.On));
        int? last = before.Where(row => row.RitualId == ritual.Id).MaxBy(row => row.On)?.Number;
        if (QuestionOrder.Next(Count, ritual.Id, last, asked, today) is { } number)
        {
            db.PostedQuestions.Add(new PostedQuestion
            {
                OccurrenceId = occurrence.Id, RitualId = ritual.Id, SpaceId = space.Id, Number = number, On = today,
            });
            await posts.AddAsync(db, space, MessageKind.Occurrence, occurrence.Id, time.Start.ToUnixTimeSeconds(), cancellationToken);
            return;
        }

        db.Occurrences.Remove(occurrence);
        var free = QuestionOrder.FreeFrom(Count, asked)!.Value;
        await posts.AddAsync(db, space, MessageKind.QuestionsUsedUp, ritual.Id, SequenceOf(free), cancellationToken);
    }

    /// <summary>Until when the day's question is still worth posting.</summary>
    public static Instant EndOfDay(RitualPlan plan, Instant start) =>
        plan.TimeZone.AtStartOfDay(start.InZone(plan.TimeZone).Date.PlusDays(1)).ToInstant();

    /// <summary>The day in the sequence of a post that says the questions are used up.</summary>
    public static LocalDate FreeFrom(long sequence) => LocalDate.FromDateOnly(DateOnly.FromDayNumber((int)sequence));

    private static long SequenceOf(LocalDate free) => free.ToDateOnly().DayNumber;
}
